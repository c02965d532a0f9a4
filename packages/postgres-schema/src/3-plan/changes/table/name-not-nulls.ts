import { idOf, tableId } from "../../../schema/identify.ts";
import type { IndexedSchema } from "../../../schema/indexed-schema.ts";
import type { Table } from "../../../schema/objects.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { alterStep, type Step } from "../../step.ts";
import { type ConstrainedColumn, constrainedColumn, notNullOf } from "../not-null/not-null-constraint.ts";

interface Parent {
  readonly schema: string;
  readonly table: string;
}

// PostgreSQL renames no NOT NULL constraint that a table has from a parent, nor the parent's while a child calls it otherwise.

/** Calls the constraints of a table as a parent does that it is to get. */
export const nameAsParent = (table: Table, parent: Parent, { before, after }: PlanContext): readonly Step[] =>
  columnsOf(parent, after).flatMap((column) => {
    const own = constrainedColumn({ ...column, schema: table.schema, table: table.name }, before);
    return own === undefined || after.objects.has(own.id) ? [] : renameConstraint(table, own, column);
  });

/** Calls the constraints that a table had from a parent, which it left, as it does itself. */
export const nameAsOwn = (table: Table, parent: Parent, { before, after }: PlanContext): readonly Step[] =>
  columnsOf(parent, before).flatMap((column) => {
    const own = constrainedColumn({ ...column, schema: table.schema, table: table.name }, after);
    return own === undefined || before.objects.has(own.id) ? [] : renameConstraint(table, column, own);
  });

const columnsOf = ({ schema, table }: Parent, inSchema: IndexedSchema): readonly ConstrainedColumn[] =>
  inSchema.partsOf(tableId(schema, table)).flatMap((part) => {
    const column = part.kind === "column" ? constrainedColumn(part, inSchema) : undefined;
    return column === undefined ? [] : [column];
  });

/** Names that PostgreSQL made up on both sides may differ. */
function renameConstraint(table: Table, from: ConstrainedColumn, to: ConstrainedColumn): readonly Step[] {
  const [was, is] = [notNullOf(from), notNullOf(to)];
  const given = from.said !== undefined || to.said !== undefined;
  if (was === undefined || is === undefined || was.name === is.name || !given) return [];
  return [
    alterStep(
      idOf(table),
      sql`ALTER TABLE ${qualified(table.schema, table.name)} RENAME CONSTRAINT ${ident(was.name)} TO ${ident(is.name)}`,
      { lock: "access_exclusive" },
    ),
  ];
}
