import { ident, qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { alterStep } from "../../step.ts";

/** Enforces a foreign key, and no more. PostgreSQL holds the rows that are there against one that is enforced again. */
export const enforceForeignKey: AlterRule<"foreign_key"> = {
  steps: ({ id, after }) => {
    const enforced = after.notEnforced === undefined;
    return [
      alterStep(
        id,
        sql`ALTER TABLE ${qualified(after.schema, after.table)} ALTER CONSTRAINT ${ident(after.name)} ${enforced ? sql`ENFORCED` : sql`NOT ENFORCED`}`,
        {
          lock: "access_exclusive",
          hazards: ["locks_other_table", ...(enforced ? (["scans_table", "may_fail_on_data"] as const) : [])],
        },
      ),
    ];
  },
  // One that is enforced and not validated only comes anew.
  replaceIf: ({ after }) => after.notEnforced === undefined && !after.validated,
};
