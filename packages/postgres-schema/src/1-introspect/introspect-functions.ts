import type { Routine } from "../schema/objects.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";

interface FunctionRow extends Omit<Routine, "kind" | "arguments" | "dependsOn"> {
  readonly oid: string;
  readonly arguments: readonly string[] | null;
}

// Every argument with its mode, name and type, and whether it has a default: CREATE OR REPLACE can change a default's
// value, but not take it away. The last of those that go in have the defaults. pg_get_function_arguments gives the values.
const namedArguments = `
  (SELECT string_agg(concat_ws(' ', nullif(mode, 'i'), quote_ident(nullif(p.proargnames[place], '')),
                               format_type(type, NULL),
                               CASE WHEN goes_in AND inputs > p.pronargs - p.pronargdefaults THEN 'DEFAULT' END),
                     ', ' ORDER BY place)
   FROM (SELECT type, place, mode, goes_in, count(*) FILTER (WHERE goes_in) OVER (ORDER BY place) AS inputs
         FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) WITH ORDINALITY AS argument (type, place),
              LATERAL (SELECT coalesce(p.proargmodes[place], 'i') AS mode) modes,
              LATERAL (SELECT mode IN ('i', 'b', 'v') AS goes_in) directions) arguments)`;

/** Functions and procedures. What a body in PL/pgSQL uses is known to nobody, so `dependsOn` does not tell it. */
export const functions = catalogFamily<FunctionRow>(
  () => `
    SELECT p.oid, n.schema, p.proname AS name, p.prokind = 'p' AS procedure,
           (SELECT array_agg(format_type(type, NULL) ORDER BY place)
            FROM unnest(p.proargtypes) WITH ORDINALITY AS argument (type, place)) AS arguments,
           concat('(', ${namedArguments}, ')', ' RETURNS ' || pg_get_function_result(p.oid)) AS signature,
           pg_get_functiondef(p.oid) AS definition
    FROM pg_proc p JOIN namespaces n ON n.oid = p.pronamespace
    WHERE p.prokind <> 'a'
      AND NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid)
      -- The constructors of a range type are part of the type.
      AND NOT EXISTS (SELECT FROM pg_depend d
                      WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')`,
  ({ oid, arguments: types, definition, ...row }, context) => {
    const address = addressOf("pg_proc", oid);
    return [
      {
        address,
        object: {
          kind: "function",
          ...row,
          arguments: types ?? [],
          definition: definition.trim(),
          dependsOn: context.dependsOn(address),
        },
      },
    ];
  },
);
