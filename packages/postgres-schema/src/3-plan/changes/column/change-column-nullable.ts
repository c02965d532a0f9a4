import { idOf, tableId } from "../../../schema/identify.ts";
import { objectId } from "../../../schema/object-id.ts";
import type { Column, SchemaObject } from "../../../schema/objects.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { functionsFiredBy, triggersFiredBy } from "../../fired-functions.ts";
import { alterStep, type Step } from "../../step.ts";
import { tablesBelow } from "../../tables-below.ts";
import { changeNotNull } from "../not-null/change-not-null.ts";
import { dropButKeepBelow } from "../not-null/keep-below.ts";
import { changeColumnType } from "./change-column-type.ts";

/** Sets or drops NOT NULL. Rows that have no value are filled first, where the plan was told with what. */
export const changeColumnNullable: AlterRule<"column"> = {
  steps: (change, context) => {
    const { id, before: was, after } = change;
    const { backfills, before, after: schema } = context;
    if (after.nullable)
      return [
        ...dropButKeepBelow(after, (only) => changeNotNull(after, context, { only }), context),
        ...dropBelow(after, context),
      ];
    const table = qualified(after.schema, after.table);
    const name = ident(after.name);
    const value = backfills.get(id);
    const filling =
      value === undefined
        ? []
        : [
            alterStep(id, sql`UPDATE ${table} SET ${name} = ${value} WHERE ${name} IS NULL`, {
              lock: "row_exclusive",
              hazards: ["scans_table"],
              needs: functionsFiredBy(after, context),
              expects: triggersFiredBy(after, context),
            }),
          ];
    // https://www.postgresql.org/docs/current/sql-altertable.html: a check that proves it spares the scan. One that goes
    // with this plan may be gone by then.
    const proofs = before
      .partsOf(tableId(after.schema, after.table))
      .filter((part) => isFilledCheck(part, after.name) && schema.objects.has(idOf(part)));
    const required = changeNotNull(after, context, { proven: proofs.length > 0 });
    if (!isRequiredBelow(after, context)) return [...filling, ...required];
    const retyped = was.type === after.type ? [] : changeColumnType.steps(change, context);
    const type = after.typeObject === null ? [] : [after.typeObject];
    return [...retyped, ...filling, ...required.map((step) => ({ ...step, needs: [...step.needs, ...type] }))];
  },
};

/** What tables below require by themselves stays when the parent's goes. */
const dropBelow = (column: Column, { before, after }: PlanContext): readonly Step[] => {
  const above = tableId(column.schema, column.table);
  const stillBelow = new Set(tablesBelow(after, above).map(idOf));
  return tablesBelow(before, above)
    .filter((table) => table.requiredItself?.includes(column.name) === true && stillBelow.has(idOf(table)))
    .filter(({ schema, name }) => {
      const said = after.objects.get(objectId("inherited_column", schema, name, column.name));
      return said?.kind !== "inherited_column" || !said.required;
    })
    .map(({ schema, name }) =>
      alterStep(
        idOf(column),
        sql`ALTER TABLE ${qualified(schema, name)} ALTER COLUMN ${ident(column.name)} DROP NOT NULL`,
        { lock: "access_exclusive" },
      ),
    );
};

/**
 * Whether a table below requires the column by a constraint of its own, beside which PostgreSQL gives the parent's another name and
 * then fails to make both anew for another type.
 */
const isRequiredBelow = ({ schema, table, name }: Column, { before, postgresMajor }: PlanContext): boolean =>
  postgresMajor >= 18 &&
  tablesBelow(before, tableId(schema, table)).some((below) => {
    const said = before.objects.get(objectId("inherited_column", below.schema, below.name, name));
    return said?.kind === "inherited_column" && said.required;
  });

/** The condition that a column has a value, as PostgreSQL prints it without its parentheses. */
export const filledCondition = (column: string): Sql => sql`${ident(column)} IS NOT NULL`;

const isFilledCheck = (part: SchemaObject, column: string): boolean =>
  part.kind === "check" &&
  part.validated &&
  part.expression.replace(/^\((.*)\)$/, "$1") === filledCondition(column).text;
