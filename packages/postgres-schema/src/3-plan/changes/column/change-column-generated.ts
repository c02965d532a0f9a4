import { ident, qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { alterStep } from "../../step.ts";

/** Turns a stored generated column into a plain one. Its values are computed, so every other change is a new column. */
export const changeColumnGenerated: AlterRule<"column"> = {
  steps: ({ id, after }) => [
    alterStep(
      id,
      sql`ALTER TABLE ${qualified(after.schema, after.table)} ALTER COLUMN ${ident(after.name)} DROP EXPRESSION`,
      { lock: "access_exclusive" },
    ),
  ],
  // PostgreSQL keeps no values of a virtual one.
  replaceIf: ({ before, after }) => after.generated !== null || before.virtual === true,
};
