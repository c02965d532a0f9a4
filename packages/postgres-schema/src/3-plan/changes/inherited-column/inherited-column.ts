import { isKind } from "../../../schema/database-schema.ts";
import { columnId, idOf, tableId } from "../../../schema/identify.ts";
import type { IndexedSchema } from "../../../schema/indexed-schema.ts";
import { kindOf } from "../../../schema/object-id.ts";
import type { InheritedColumn } from "../../../schema/objects.ts";
import { tablesAbove } from "../../../schema/parents.ts";
import { referencesOf } from "../../../schema/references.ts";
import { expression } from "../../../sql/expression.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, freeStep, type Step } from "../../step.ts";
import { defaultsBelow } from "../default/defaults-below.ts";
import { addNotNull, changeNotNull } from "../not-null/change-not-null.ts";
import { isKeptRequired, isRequiredAbove } from "../not-null/keep-below.ts";
import { saidOf } from "../not-null/not-null-constraint.ts";
import { isOfNewTable } from "../table/another-table.ts";

// Children of the table, which may have defaults of their own too, are each spoken of by themselves.
const alterColumn = ({ schema, table, name }: InheritedColumn, action: Sql): Sql =>
  sql`ALTER TABLE ONLY ${qualified(schema, table)} ALTER COLUMN ${ident(name)} ${action}`;

const setDefault = (value: string | null): Sql =>
  value === null ? sql`DROP DEFAULT` : sql`SET DEFAULT ${expression(value)}`;

/** Makes the column differ from its parent's. One that was required already is left so. */
export function createInheritedColumn(column: InheritedColumn, context: PlanContext): readonly Step[] {
  const id = idOf(column);
  // A default that a parent loses is none to wait for.
  const needs = referencesOf(column).filter((used) => kindOf(used) !== "default" || context.after.objects.has(used));
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
  if (!column.required || isKeptRequired(column, context)) return [];
  if (isMadeAnew(column, context)) return [addNotNull(column, context)];
  return isOfNewTable(column, context) || !isRequired(column, context.before) ? changeNotNull(column, context) : [];
}

/** Whether its parent's column is made anew, or comes where the table has one of its own, which goes. */
function isMadeAnew(column: InheritedColumn, { before, replaced }: PlanContext): boolean {
  const above = referencesOf(column).filter((id) => kindOf(id) === "column");
  if (above.some((id) => replaced.has(id))) return true;
  const was = before.objects.get(tableId(column.schema, column.table));
  return (
    was?.kind === "table" &&
    before.objects.has(columnId(column.schema, column.table, column.name)) &&
    referencesOf(column).some((id) => tablesAbove(was, before).has(id))
  );
}

/**
 * Makes the column as its parent's was before: what changes there comes down to it afterwards. One that goes on being
 * required is left so: a key may need it.
 */
export function dropInheritedColumn(column: InheritedColumn, context: PlanContext): readonly Step[] {
  const id = idOf(column);
  const releases = referencesOf(column);
  const left = defaultLeft(column, context);
  return [
    ...(column.default === null
      ? []
      : [
          ...defaultsBelow(column, setDefault(left), context).map((statement) =>
            freeStep(id, statement, { lock: "access_exclusive", releases }),
          ),
          dropStep(id, alterColumn(column, setDefault(left)), {
            lock: "access_exclusive",
            releases,
          }),
        ]),
    ...(column.required && !isRequired(column, context.after) && !goesOnAbove(column, context)
      ? changeNotNull(column, context).map((step) => ({
          ...step,
          alters: [],
          drops: [id, ...step.drops],
          releases: [...releases, ...step.releases],
        }))
      : []),
  ];
}

/** Its parent's default, unless that one goes or changes: what takes its place is said afterwards. */
function defaultLeft(column: InheritedColumn, { before, after }: PlanContext): string | null {
  const inherited = column.default?.inherited ?? null;
  const goes = referencesOf(column).some((id) => {
    const [was, is] = [before.objects.get(id), after.objects.get(id)];
    if (was?.kind !== "default" || was.expression !== inherited) return false;
    return is?.kind !== "default" || is.expression !== inherited;
  });
  return goes ? null : inherited;
}

/** Whether a table above requires it from then on, and what it had of its own need not go. */
const goesOnAbove = (column: InheritedColumn, { before, after }: PlanContext): boolean =>
  isRequiredAbove(column, after) && saidOf(column, before) === undefined;

const isRequired = (column: InheritedColumn, schema: IndexedSchema): boolean => {
  const found = schema.objects.get(idOf(column));
  return found !== undefined && isKind(found, "inherited_column") && found.required;
};
