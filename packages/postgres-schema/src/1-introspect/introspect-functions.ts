import type { Routine } from "../schema/objects.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";
import { type QueryHolders, type RowFunction, rowFunctionsOf, withoutColumnsOfRows } from "./row-functions.ts";
import { type RowsOf, withStarForRows } from "./rows-of-routines.ts";

interface FunctionRow extends Omit<Routine, "kind" | "arguments" | "dependsOn" | "rowColumns"> {
  readonly oid: string;
  readonly arguments: readonly string[] | null;
  readonly rows_of: RowsOf | null;
  readonly row_functions: readonly RowFunction[] | null;
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

// The table whose rows a function with a parsed body gives.
const tableOfRows = `
  (SELECT json_build_object('table', format('%I.%I', rn.nspname, c.relname), 'alias', quote_ident(c.relname),
                            'columns', json_agg(a.attname ORDER BY a.attnum),
                            'written', json_agg(quote_ident(a.attname) ORDER BY a.attnum))
   FROM pg_type y JOIN pg_class c ON c.oid = y.typrelid AND c.relkind IN ('r', 'p', 'f')
   JOIN pg_namespace rn ON rn.oid = c.relnamespace
   JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
   WHERE y.oid = p.prorettype AND p.prosqlbody IS NOT NULL
   GROUP BY rn.nspname, c.relname)`;

const parsedBodies: QueryHolders = {
  catalog: "pg_proc",
  oids: "SELECT p.oid FROM pg_proc p JOIN namespaces n ON n.oid = p.pronamespace WHERE p.prosqlbody IS NOT NULL",
};

/** Functions and procedures. What a body in PL/pgSQL uses is known to nobody, so `dependsOn` does not tell it. */
export const functions = catalogFamily<FunctionRow>(
  () => `
    SELECT p.oid, n.schema, p.proname AS name, p.prokind = 'p' AS procedure,
           (SELECT array_agg(format_type(type, NULL) ORDER BY place)
            FROM unnest(p.proargtypes) WITH ORDINALITY AS argument (type, place)) AS arguments,
           concat('(', ${namedArguments}, ')', ' RETURNS ' || pg_get_function_result(p.oid)) AS signature,
           pg_get_functiondef(p.oid) AS definition, ${tableOfRows} AS rows_of,
           f.functions AS row_functions
    FROM pg_proc p JOIN namespaces n ON n.oid = p.pronamespace
    LEFT JOIN (${rowFunctionsOf(parsedBodies)}) f ON f.holder = p.oid
    WHERE p.prokind <> 'a'
      AND NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid)
      -- The constructors of a range type are part of the type.
      AND NOT EXISTS (SELECT FROM pg_depend d
                      WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'i')`,
  ({ oid, arguments: types, definition, rows_of, row_functions, ...row }, context) => {
    const address = addressOf("pg_proc", oid);
    const byName = withoutColumnsOfRows(definition.trim(), row_functions ?? []);
    return [
      {
        address,
        object: {
          kind: "function",
          ...row,
          arguments: types ?? [],
          ...(rows_of === null ? { definition: byName } : withStarForRows(byName, rows_of)),
          dependsOn: context.dependsOn(address),
        },
      },
    ];
  },
);
