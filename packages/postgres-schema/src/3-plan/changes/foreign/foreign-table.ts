import { ident, qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { statementName } from "../../statement-name.ts";
import { alterStep } from "../../step.ts";
import { optionChanges } from "./named-options.ts";

const lock = "access_exclusive";

/** What is said to the server of a table. A table that changes its server is made anew with its options. */
export const changeTableOptions: AlterRule<"table"> = {
  steps: ({ id, before, after }) => [
    alterStep(
      id,
      sql`ALTER ${statementName(after)}${optionChanges(before.foreignOptions ?? [], after.foreignOptions ?? [])}`,
      { lock },
    ),
  ],
};

/** What is said of a column to the server of its table. */
export const changeColumnOptions: AlterRule<"column"> = {
  steps: ({ id, before, after }) => [
    alterStep(
      id,
      sql`ALTER FOREIGN TABLE ${qualified(after.schema, after.table)} ALTER COLUMN ${ident(after.name)}${optionChanges(before.foreignOptions ?? [], after.foreignOptions ?? [])}`,
      { lock },
    ),
  ],
};
