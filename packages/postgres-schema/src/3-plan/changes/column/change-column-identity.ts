import { ident, qualified } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { alterStep } from "../../step.ts";

export const changeColumnIdentity: AlterRule<"column"> = {
  steps: ({ id, before, after }) => {
    const kind = after.identity === "always" ? sql`ALWAYS` : sql`BY DEFAULT`;
    const action: Sql =
      after.identity === null
        ? sql`DROP IDENTITY`
        : before.identity === null
          ? sql`ADD GENERATED ${kind} AS IDENTITY`
          : sql`SET GENERATED ${kind}`;
    return [
      alterStep(
        id,
        sql`ALTER TABLE ${qualified(after.schema, after.table)} ALTER COLUMN ${ident(after.name)} ${action}`,
        { lock: "access_exclusive" },
      ),
    ];
  },
};
