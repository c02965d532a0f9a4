import type { Aggregate } from "../schema/objects.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";

interface AggregateRow extends Omit<Aggregate, "kind" | "arguments" | "options" | "dependsOn"> {
  readonly oid: string;
  readonly arguments: readonly string[] | null;
  readonly options: readonly string[];
}

/** An option that names a function, where there is one. */
const calls = (option: string, column: string): string =>
  `CASE WHEN ${column} <> 0 THEN '${option} = ' || ${column}::regproc::text END`;

const initial = (option: string, column: string): string => `'${option} = ' || quote_literal(${column})`;

/** Whether the final function may change the state; said only where it is not what PostgreSQL takes for granted. */
const modifies = (option: string, column: string): string => `
  CASE WHEN ${column} <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END THEN '${option} = ' ||
    CASE ${column} WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END END`;

export const aggregates = catalogFamily<AggregateRow>(
  () => `
    SELECT p.oid, n.schema, p.proname AS name,
           (SELECT array_agg(format_type(type, NULL) ORDER BY place)
            FROM unnest(p.proargtypes) WITH ORDINALITY AS argument (type, place)) AS arguments,
           coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*') AS signature,
           array_remove(ARRAY[
             ${calls("SFUNC", "a.aggtransfn")},
             'STYPE = ' || format_type(a.aggtranstype, NULL),
             'SSPACE = ' || nullif(a.aggtransspace, 0),
             ${calls("FINALFUNC", "a.aggfinalfn")},
             CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
             ${modifies("FINALFUNC_MODIFY", "a.aggfinalmodify")},
             ${calls("COMBINEFUNC", "a.aggcombinefn")},
             ${calls("SERIALFUNC", "a.aggserialfn")},
             ${calls("DESERIALFUNC", "a.aggdeserialfn")},
             ${initial("INITCOND", "a.agginitval")},
             ${calls("MSFUNC", "a.aggmtransfn")},
             ${calls("MINVFUNC", "a.aggminvtransfn")},
             CASE WHEN a.aggmtranstype <> 0 THEN 'MSTYPE = ' || format_type(a.aggmtranstype, NULL) END,
             'MSSPACE = ' || nullif(a.aggmtransspace, 0),
             ${calls("MFINALFUNC", "a.aggmfinalfn")},
             CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
             CASE WHEN a.aggmtranstype <> 0 THEN ${modifies("MFINALFUNC_MODIFY", "a.aggmfinalmodify")} END,
             ${initial("MINITCOND", "a.aggminitval")},
             (SELECT format('SORTOP = OPERATOR(%I.%s)', s.nspname, o.oprname)
              FROM pg_operator o JOIN pg_namespace s ON s.oid = o.oprnamespace WHERE o.oid = a.aggsortop),
             CASE p.proparallel WHEN 's' THEN 'PARALLEL = SAFE' WHEN 'r' THEN 'PARALLEL = RESTRICTED' END,
             CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END
           ], NULL) AS options
    FROM pg_proc p JOIN namespaces n ON n.oid = p.pronamespace JOIN pg_aggregate a ON a.aggfnoid = p.oid
    WHERE NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid)`,
  ({ oid, arguments: types, ...row }, context) => {
    const address = addressOf("pg_proc", oid);
    return [
      {
        address,
        object: { kind: "aggregate", ...row, arguments: types ?? [], dependsOn: context.dependsOn(address) },
      },
    ];
  },
);
