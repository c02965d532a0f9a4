import { type DatabaseSchema, objectsOfKind } from "../../../schema/database-schema.ts";
import { columnId, idOf, tableId } from "../../../schema/identify.ts";
import { type IndexedSchema, indexSchema } from "../../../schema/indexed-schema.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Column, Table } from "../../../schema/objects.ts";
import { parentsOf } from "../../../schema/parents.ts";

/**
 * Columns that a table is to have from a parent alone which it only joins: INHERIT leaves what it has its own, so PostgreSQL
 * cannot get there. (A partition forgets that it ever had columns of its own.)
 */
export function columnsOfParentsAlone(before: DatabaseSchema, after: DatabaseSchema): readonly ObjectId[] {
  const joining = objectsOfKind(after, "table").flatMap((table) => {
    const earlier = before.objects.get(idOf(table));
    if (table.inherits === undefined || earlier?.kind !== "table") return [];
    const kept = new Set(parentsOf(earlier));
    const inherits = table.inherits.filter((parent) => !kept.has(tableId(parent.schema, parent.table)));
    return inherits.length === 0 ? [] : [{ ...table, inherits }];
  });
  if (joining.length === 0) return [];
  const indexed = indexSchema(after);
  return joining.flatMap((table) =>
    columnsFromParents(table, indexed).map(({ name }) => columnId(table.schema, table.name, name)),
  );
}

/**
 * Columns that only one side has as the table's own, while a parent has them on both: PostgreSQL keeps for good whose they are.
 * Only leaving the parent makes all of them the table's own, and nothing makes one the parent's alone but to lose its values.
 */
export function columnsOfOneOwner(before: DatabaseSchema, after: DatabaseSchema): readonly ObjectId[] {
  const children = objectsOfKind(after, "table").filter(({ inherits }) => inherits !== undefined);
  if (children.length === 0) return [];
  const [earlier, later] = [indexSchema(before), indexSchema(after)];
  return children.flatMap((table) => {
    const was = before.objects.get(idOf(table));
    if (was?.kind !== "table") return [];
    const keptParents = new Set(parentsOf(was).filter((parent) => parentsOf(table).includes(parent)));
    const [own, ownLater] = [ownColumns(was, earlier), ownColumns(table, later)].map(namesOf);
    const theirs = [...keptParents].flatMap((id) => {
      const [parent, parentLater] = [before.objects.get(id), after.objects.get(id)];
      if (parent?.kind !== "table" || parentLater?.kind !== "table") return [];
      return columnNames(parent, earlier).filter((name) => columnNames(parentLater, later).includes(name));
    });
    return [...new Set(theirs)]
      .filter((name) => own?.has(name) !== ownLater?.has(name))
      .map((name) => columnId(table.schema, table.name, name));
  });
}

const namesOf = (columns: readonly Column[]): ReadonlySet<string> => new Set(columns.map(({ name }) => name));

/** The names of all columns of a table, its own and its parents'. */
const columnNames = (table: Table, schema: IndexedSchema): readonly string[] =>
  [...ownColumns(table, schema), ...columnsFromParents(table, schema)].map(({ name }) => name);

/** Those that the table does not declare itself, each from the first parent that has it. */
export function columnsFromParents(table: Table, schema: IndexedSchema): readonly Column[] {
  const found = new Map<string, Column>();
  for (const parent of parentsOf(table)) {
    const object = schema.objects.get(parent);
    if (object?.kind !== "table") continue;
    for (const column of [...ownColumns(object, schema), ...columnsFromParents(object, schema)])
      if (!found.has(column.name)) found.set(column.name, column);
  }
  for (const { name } of ownColumns(table, schema)) found.delete(name);
  return [...found.values()];
}

/** Whether a table has a column, its own or a parent's. */
export const hasColumn = (table: Table, name: string, schema: IndexedSchema): boolean =>
  schema.objects.has(columnId(table.schema, table.name, name)) ||
  columnsFromParents(table, schema).some((column) => column.name === name);

const ownColumns = (table: Table, schema: IndexedSchema): readonly Column[] =>
  schema.partsOf(idOf(table)).filter((part) => part.kind === "column");
