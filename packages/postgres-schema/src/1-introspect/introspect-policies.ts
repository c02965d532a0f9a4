import type { Policy } from "../schema/objects.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";
import { type QueryHolders, type RowFunction, rowFunctionsOf, withoutColumnsOfRows } from "./row-functions.ts";

interface PolicyRow extends Omit<Policy, "kind" | "command" | "dependsOn"> {
  readonly oid: string;
  readonly command: keyof typeof commandWords;
  readonly row_functions: readonly RowFunction[] | null;
}

const commandWords = { "*": "all", r: "select", a: "insert", w: "update", d: "delete" } as const;

const policiesOfTables: QueryHolders = {
  catalog: "pg_policy",
  oids: "SELECT p.oid FROM tables r JOIN pg_policy p ON p.polrelid = r.oid",
};

export const policies = catalogFamily<PolicyRow>(
  () => `
    SELECT p.oid, r.schema, r.name AS table, p.polname AS name, p.polpermissive AS permissive, p.polcmd AS command,
           ARRAY(SELECT CASE role WHEN 0 THEN 'public' ELSE pg_get_userbyid(role)::text END
                 FROM unnest(p.polroles) AS role) AS roles,
           pg_get_expr(p.polqual, p.polrelid) AS using, pg_get_expr(p.polwithcheck, p.polrelid) AS check,
           f.functions AS row_functions
    FROM tables r JOIN pg_policy p ON p.polrelid = r.oid
    LEFT JOIN (${rowFunctionsOf(policiesOfTables)}) f ON f.holder = p.oid`,
  ({ oid, command, roles, row_functions, using, check, ...row }, context) => {
    const address = addressOf("pg_policy", oid);
    const byName = (expression: string | null): string | null =>
      expression === null ? null : withoutColumnsOfRows(expression, row_functions ?? []);
    return [
      {
        address,
        object: {
          kind: "policy",
          ...row,
          using: byName(using),
          check: byName(check),
          command: commandWords[command],
          roles: [...roles].sort(),
          dependsOn: context.dependsOn(address),
        },
      },
    ];
  },
);
