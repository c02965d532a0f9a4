import { isKind } from "../../../schema/database-schema.ts";
import { idOf } from "../../../schema/identify.ts";
import type { InheritedColumn } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { expression } from "../../../sql/expression.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { createStep, dropStep, type Step } from "../../step.ts";

// Children of the table, which may have defaults of their own too, are each spoken of by themselves.
const alterColumn = ({ schema, table, name }: InheritedColumn, action: Sql): Sql =>
  sql`ALTER TABLE ONLY ${qualified(schema, table)} ALTER COLUMN ${ident(name)} ${action}`;

const requireValue = ({ schema, table, name }: InheritedColumn, action: Sql): Sql =>
  sql`ALTER TABLE ${qualified(schema, table)} ALTER COLUMN ${ident(name)} ${action}`;

const setDefault = (value: string | null): Sql =>
  value === null ? sql`DROP DEFAULT` : sql`SET DEFAULT ${expression(value)}`;

/** Makes the column differ from its parent's. */
export function createInheritedColumn(column: InheritedColumn): readonly Step[] {
  const links = { lock: "access_exclusive", needs: referencesOf(column) } as const;
  return [
    ...(column.default === null
      ? []
      : [createStep(idOf(column), alterColumn(column, setDefault(column.default.own)), links)]),
    ...(column.required
      ? [
          createStep(idOf(column), requireValue(column, sql`SET NOT NULL`), {
            ...links,
            hazards: ["scans_table", "may_fail_on_data"],
          }),
        ]
      : []),
  ];
}

/**
 * Makes the column as its parent's was before: what changes there comes down to it afterwards. One that goes on being
 * required is left so: a key may need it.
 */
export function dropInheritedColumn(column: InheritedColumn, { after }: PlanContext): readonly Step[] {
  const later = after.objects.get(idOf(column));
  const required = column.required && !(later !== undefined && isKind(later, "inherited_column") && later.required);
  const links = { lock: "access_exclusive", releases: referencesOf(column) } as const;
  return [
    ...(column.default === null
      ? []
      : [dropStep(idOf(column), alterColumn(column, setDefault(column.default.inherited)), links)]),
    ...(required ? [dropStep(idOf(column), requireValue(column, sql`DROP NOT NULL`), links)] : []),
  ];
}
