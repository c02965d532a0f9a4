import type { Difference } from "../../2-diff/diff-schemas.ts";
import { type DatabaseSchema, objectsOfKind } from "../../schema/database-schema.ts";
import { tableId } from "../../schema/identify.ts";
import type { ObjectId } from "../../schema/object-id.ts";
import type { Column, Enum, Table } from "../../schema/objects.ts";
import type { Rename } from "../../schema/rename-objects.ts";

/**
 * What could be renames: a table that went and one that came with the same columns, an enum that went and one that came with the
 * same values, a column that went and one of the same type that came in the same table. Only where one of each is alike, and never more than a question to a person:
 * nothing in a catalog tells a rename from a removal and an addition.
 */
export function findRenameCandidates(
  difference: Difference,
  { before, after }: { readonly before: DatabaseSchema; readonly after: DatabaseSchema },
): readonly Rename[] {
  const gone = allOf(difference.removed);
  const come = allOf(difference.added);
  const [shapesBefore, shapesAfter] = [shapesOf(before), shapesOf(after)];
  const tableShape = (table: Table, shapes: ReadonlyMap<ObjectId, string>): string =>
    JSON.stringify([table.schema, shapes.get(tableId(table.schema, table.name)) ?? ""]);
  const columnShape = ({ schema, table, type }: Column): string => JSON.stringify([schema, table, type]);
  const enumShape = ({ schema, values }: Enum): string => JSON.stringify([schema, values]);
  return [
    ...pairUp(gone.enums, come.enums, { shapeBefore: enumShape, shapeAfter: enumShape }).map(
      ([from, to]): Rename => ({ kind: "enum", schema: from.schema, from: from.name, to: to.name }),
    ),
    ...pairUp(gone.tables, come.tables, {
      shapeBefore: (table) => tableShape(table, shapesBefore),
      shapeAfter: (table) => tableShape(table, shapesAfter),
    }).map(([from, to]): Rename => ({ kind: "table", schema: from.schema, from: from.name, to: to.name })),
    ...pairUp(gone.columns, come.columns, { shapeBefore: columnShape, shapeAfter: columnShape }).map(
      ([from, to]): Rename => ({
        kind: "column",
        schema: from.schema,
        table: from.table,
        from: from.name,
        to: to.name,
      }),
    ),
  ];
}

type Kinds = { readonly enum: Enum; readonly table: Table; readonly column: Column };

const allOf = (objects: Difference["added"]) => ({
  enums: ofKind(objects, "enum"),
  tables: ofKind(objects, "table"),
  columns: ofKind(objects, "column"),
});

const ofKind = <Kind extends keyof Kinds>(objects: Difference["added"], kind: Kind): readonly Kinds[Kind][] =>
  objects.flatMap((object) => (object.kind === kind ? [object as Kinds[Kind]] : []));

/** Each table's columns and their types, in one text. */
function shapesOf(schema: DatabaseSchema): ReadonlyMap<ObjectId, string> {
  const columns = new Map<ObjectId, string[]>();
  for (const column of objectsOfKind(schema, "column")) {
    const table = tableId(column.schema, column.table);
    columns.set(table, [...(columns.get(table) ?? []), JSON.stringify([column.name, column.type])]);
  }
  return new Map([...columns].map(([table, names]) => [table, names.sort().join()]));
}

/** Pairs of the same shape, where only one on either side has it. */
function pairUp<T>(
  gone: readonly T[],
  come: readonly T[],
  { shapeBefore, shapeAfter }: { shapeBefore(object: T): string; shapeAfter(object: T): string },
): readonly (readonly [T, T])[] {
  const [before, after] = [groupBy(gone, shapeBefore), groupBy(come, shapeAfter)];
  return [...before].flatMap(([shape, [from, ...moreFrom]]) => {
    const [to, ...moreTo] = after.get(shape) ?? [];
    return from === undefined || to === undefined || moreFrom.length + moreTo.length > 0 ? [] : [[from, to] as const];
  });
}

function groupBy<T>(objects: readonly T[], shapeOf: (object: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const object of objects) groups.set(shapeOf(object), [...(groups.get(shapeOf(object)) ?? []), object]);
  return groups;
}
