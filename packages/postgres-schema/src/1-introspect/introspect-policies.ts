import type { Policy } from "../schema/objects.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";

interface PolicyRow extends Omit<Policy, "kind" | "command" | "dependsOn"> {
  readonly oid: string;
  readonly command: keyof typeof commandWords;
}

const commandWords = { "*": "all", r: "select", a: "insert", w: "update", d: "delete" } as const;

export const policies = catalogFamily<PolicyRow>(
  () => `
    SELECT p.oid, r.schema, r.name AS table, p.polname AS name, p.polpermissive AS permissive, p.polcmd AS command,
           ARRAY(SELECT CASE role WHEN 0 THEN 'public' ELSE pg_get_userbyid(role)::text END
                 FROM unnest(p.polroles) AS role) AS roles,
           pg_get_expr(p.polqual, p.polrelid) AS using, pg_get_expr(p.polwithcheck, p.polrelid) AS check
    FROM tables r JOIN pg_policy p ON p.polrelid = r.oid`,
  ({ oid, command, roles, ...row }, context) => {
    const address = addressOf("pg_policy", oid);
    return [
      {
        address,
        object: {
          kind: "policy",
          ...row,
          command: commandWords[command],
          roles: [...roles].sort(),
          dependsOn: context.dependsOn(address),
        },
      },
    ];
  },
);
