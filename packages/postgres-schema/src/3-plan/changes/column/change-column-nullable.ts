import { ident, qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { alterStep } from "../../step.ts";

/** Sets or drops NOT NULL. Rows that have no value are filled first, where the plan was told with what. */
export const changeColumnNullable: AlterRule<"column"> = {
  steps: ({ id, after }, { backfills }) => {
    const table = qualified(after.schema, after.table);
    const column = ident(after.name);
    if (after.nullable)
      return [
        alterStep(id, sql`ALTER TABLE ${table} ALTER COLUMN ${column} DROP NOT NULL`, { lock: "access_exclusive" }),
      ];
    const value = backfills.get(id);
    const filling =
      value === undefined
        ? []
        : [
            alterStep(id, sql`UPDATE ${table} SET ${column} = ${value} WHERE ${column} IS NULL`, {
              lock: "row_exclusive",
              hazards: ["scans_table"],
            }),
          ];
    return [
      ...filling,
      alterStep(id, sql`ALTER TABLE ${table} ALTER COLUMN ${column} SET NOT NULL`, {
        lock: "access_exclusive",
        hazards: ["scans_table", "may_fail_on_data"],
      }),
    ];
  },
};
