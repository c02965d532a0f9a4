import { idOf } from "../../../schema/identify.ts";
import { qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { alterStep } from "../../step.ts";

export const changeUnlogged: AlterRule<"table"> = {
  steps: ({ after }) => [
    alterStep(
      idOf(after),
      sql`ALTER TABLE ${qualified(after.schema, after.name)} ${after.unlogged ? sql`SET UNLOGGED` : sql`SET LOGGED`}`,
      { lock: "access_exclusive", hazards: ["rewrites_table"] },
    ),
  ],
};
