import { idOf, tableId } from "../../../schema/identify.ts";
import type { SchemaObject } from "../../../schema/objects.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { functionsFiredBy } from "../../fired-functions.ts";
import { alterStep } from "../../step.ts";

/** Sets or drops NOT NULL. Rows that have no value are filled first, where the plan was told with what. */
export const changeColumnNullable: AlterRule<"column"> = {
  steps: ({ id, after }, context) => {
    const { backfills, before, after: schema } = context;
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
              needs: functionsFiredBy(after, context),
            }),
          ];
    // https://www.postgresql.org/docs/current/sql-altertable.html: a check that proves it spares the scan. One that goes
    // with this plan may be gone by then.
    const proofs = before
      .partsOf(tableId(after.schema, after.table))
      .filter((part) => isFilledCheck(part, after.name) && schema.objects.has(idOf(part)));
    return [
      ...filling,
      alterStep(id, sql`ALTER TABLE ${table} ALTER COLUMN ${column} SET NOT NULL`, {
        lock: "access_exclusive",
        hazards: proofs.length > 0 ? [] : ["scans_table", "may_fail_on_data"],
      }),
    ];
  },
};

/** The condition that a column has a value, as PostgreSQL prints it without its parentheses. */
export const filledCondition = (column: string): Sql => sql`${ident(column)} IS NOT NULL`;

const isFilledCheck = (part: SchemaObject, column: string): boolean =>
  part.kind === "check" &&
  part.validated &&
  part.expression.replace(/^\((.*)\)$/, "$1") === filledCondition(column).text;
