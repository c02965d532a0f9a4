import { isKind } from "../../../schema/database-schema.ts";
import { idOf } from "../../../schema/identify.ts";
import type { IndexedSchema } from "../../../schema/indexed-schema.ts";
import { kindOf } from "../../../schema/object-id.ts";
import type { InheritedColumn } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { expression } from "../../../sql/expression.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, freeStep, type Step } from "../../step.ts";
import { defaultsBelow } from "../default/defaults-below.ts";
import { addNotNull, changeNotNull } from "../not-null/change-not-null.ts";
import { isOfNewTable } from "../table/another-table.ts";

// Children of the table, which may have defaults of their own too, are each spoken of by themselves.
const alterColumn = ({ schema, table, name }: InheritedColumn, action: Sql): Sql =>
  sql`ALTER TABLE ONLY ${qualified(schema, table)} ALTER COLUMN ${ident(name)} ${action}`;

const setDefault = (value: string | null): Sql =>
  value === null ? sql`DROP DEFAULT` : sql`SET DEFAULT ${expression(value)}`;

/** Makes the column differ from its parent's. One that was required already is left so. */
export function createInheritedColumn(column: InheritedColumn, context: PlanContext): readonly Step[] {
  const id = idOf(column);
  const needs = referencesOf(column);
  return [
    ...(column.default === null
      ? []
      : [
          createStep(id, alterColumn(column, setDefault(column.default.own)), { lock: "access_exclusive", needs }),
          ...defaultsBelow(column, setDefault(column.default.own), context).map((statement) =>
            alterStep(id, statement, { lock: "access_exclusive" }),
          ),
        ]),
    ...requiredAgain(column, context).map((step) => ({
      ...step,
      alters: [],
      creates: [id, ...step.creates],
      needs: [...needs, ...step.needs],
    })),
  ];
}

/** What makes the column required, unless it is so already: where its parent's is made anew, it is not any more. */
function requiredAgain(column: InheritedColumn, context: PlanContext): readonly Step[] {
  if (!column.required) return [];
  if (isOfNewTable(column, context) || !isRequired(column, context.before)) return changeNotNull(column, context);
  return referencesOf(column).some((id) => context.replaced.has(id) && kindOf(id) === "column")
    ? [addNotNull(column, context)]
    : [];
}

/**
 * Makes the column as its parent's was before: what changes there comes down to it afterwards. One that goes on being
 * required is left so: a key may need it.
 */
export function dropInheritedColumn(column: InheritedColumn, context: PlanContext): readonly Step[] {
  const id = idOf(column);
  const releases = referencesOf(column);
  return [
    ...(column.default === null
      ? []
      : [
          ...defaultsBelow(column, setDefault(column.default.inherited), context).map((statement) =>
            freeStep(id, statement, { lock: "access_exclusive", releases }),
          ),
          dropStep(id, alterColumn(column, setDefault(column.default.inherited)), {
            lock: "access_exclusive",
            releases,
          }),
        ]),
    ...(column.required && !isRequired(column, context.after)
      ? changeNotNull(column, context).map((step) => ({
          ...step,
          alters: [],
          drops: [id, ...step.drops],
          releases: [...releases, ...step.releases],
        }))
      : []),
  ];
}

const isRequired = (column: InheritedColumn, schema: IndexedSchema): boolean => {
  const found = schema.objects.get(idOf(column));
  return found !== undefined && isKind(found, "inherited_column") && found.required;
};
