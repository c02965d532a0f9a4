import { columnId, idOf, tableId } from "../../../schema/identify.ts";
import type { IndexedSchema } from "../../../schema/indexed-schema.ts";
import { type ObjectId, objectId } from "../../../schema/object-id.ts";
import type { Column, InheritedColumn, Table } from "../../../schema/objects.ts";
import { tablesAbove } from "../../../schema/parents.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { alterStep, type Step } from "../../step.ts";
import { tablesBelow } from "../../tables-below.ts";
import { isOfNewTable } from "../table/another-table.ts";
import { type ColumnPlace, constrainedColumn, notNullOf } from "./not-null-constraint.ts";

/** Whether a table above requires the column, so that it needs nothing of its own for that. */
export const isRequiredAbove = ({ schema, table, name }: ColumnPlace, inSchema: IndexedSchema): boolean => {
  const on = inSchema.objects.get(tableId(schema, table));
  return on?.kind === "table" && [...tablesAbove(on, inSchema)].some((above) => requires(above, name, inSchema));
};

const requires = (table: ObjectId, column: string, { partsOf }: IndexedSchema): boolean =>
  partsOf(table).some((part) => part.kind === "column" && part.name === column && !part.nullable);

/**
 * Whether the column goes on being required while what requires it above goes: a key may stand on it, and none of its rows need be
 * read again.
 */
export function isKeptRequired(column: InheritedColumn, context: PlanContext): boolean {
  const { before, after, postgresMajor } = context;
  const was = before.objects.get(tableId(column.schema, column.table));
  if (was?.kind !== "table" || !column.required || isOfNewTable(column, context)) return false;
  const above = [...tablesAbove(was, before)].flatMap((id) => {
    const declared = before.partsOf(id).find((part) => part.kind === "column" && part.name === column.name);
    return declared?.kind === "column" && !declared.nullable ? [declared] : [];
  });
  return (
    above.length > 0 &&
    !isRequiredAbove(column, after) &&
    above.every(
      (declared) => staysButEmpty(declared, context) && (postgresMajor >= 18 || !isPartitioned(declared, before)),
    )
  );
}

/** Before 18, no partitioned table stops requiring a column while its partitions go on. */
export const isPartitioned = ({ schema, table }: Column, { objects }: IndexedSchema): boolean => {
  const found = objects.get(tableId(schema, table));
  return found?.kind === "table" && found.partitionBy !== undefined;
};

const staysButEmpty = (declared: Column, { after, replaced }: PlanContext): boolean => {
  const later = after.objects.get(idOf(declared));
  const place = constrainedColumn(declared, after);
  return (
    later?.kind === "column" && place !== undefined && notNullOf(place) === undefined && !replaced.has(idOf(declared))
  );
};

/** Whether a table below has a constraint of its own beside its parent's. */
const isRequiredItself = (table: Table, { name }: Column, { objects }: IndexedSchema): boolean => {
  const was = objects.get(idOf(table));
  return was?.kind === "table" && was.requiredItself?.includes(name) === true;
};

/** Takes away what a column is required by, and not from the tables below that go on requiring it, if there are any. */
export function dropButKeepBelow(
  column: Column,
  drop: (only: boolean) => readonly Step[],
  context: PlanContext,
): readonly Step[] {
  const { before, after, postgresMajor } = context;
  const below = tablesBelow(after, tableId(column.schema, column.table)).filter((table) =>
    before.objects.has(idOf(table)),
  );
  const kept = below.flatMap((table) => {
    const said = after.objects.get(objectId("inherited_column", table.schema, table.name, column.name));
    return said?.kind === "inherited_column" && isKeptRequired(said, context) ? [{ table, said }] : [];
  });
  if (kept.length === 0) return drop(false);
  const alter = (table: Table, action: Sql): Step =>
    alterStep(idOf(column), sql`ALTER TABLE ONLY ${qualified(table.schema, table.name)} ${action}`, {
      lock: "access_exclusive",
    });
  const name = ident(column.name);
  if (postgresMajor < 18) {
    const keeping = new Set(kept.map(({ table }) => idOf(table)));
    const others = below.filter(
      (table) => !keeping.has(idOf(table)) && !after.objects.has(columnId(table.schema, table.name, column.name)),
    );
    return [...drop(true), ...others.map((table) => alter(table, sql`ALTER COLUMN ${name} DROP NOT NULL`))];
  }
  const inherited = kept.filter(({ table }) => !isRequiredItself(table, column, before));
  return [
    ...inherited.map(({ table }) => alter(table, sql`ALTER COLUMN ${name} SET NOT NULL`)),
    ...drop(false),
    ...inherited.flatMap(({ table, said }) => {
      const [was, is] = [constrainedColumn(column, before), constrainedColumn(said, after)];
      const [from, to] = [was && notNullOf(was), is && notNullOf(is)];
      // Names that PostgreSQL made up on both sides may differ.
      const isGiven = was?.said !== undefined || is?.said !== undefined;
      return !isGiven || from === undefined || to === undefined || from.name === to.name
        ? []
        : [alter(table, sql`RENAME CONSTRAINT ${ident(from.name)} TO ${ident(to.name)}`)];
    }),
  ];
}
