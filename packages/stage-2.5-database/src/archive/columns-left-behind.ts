import {
  type Column,
  type DatabaseSchema,
  type ObjectId,
  objectsOfKind,
  type Table,
  tableId,
} from "@build-it/postgres-schema";

/** A table in its schema. */
interface Standing {
  readonly table: Table;
  readonly schema: DatabaseSchema;
}

/** Columns that a table had from a parent which it leaves, and that it is not to have any more. `nowCalled` knows of renamed tables. */
export function columnsLeftBehind(
  { table, schema }: Standing,
  later: Standing,
  nowCalled: (schema: string, table: string) => string,
): readonly string[] {
  const parents = placesOf(table).map((parent) => tableId(parent.schema, nowCalled(parent.schema, parent.table)));
  if (isSubset(parents, parentsOf(later.table))) return [];
  const kept = new Set(columnsOf(later.table, later.schema).map(({ name }) => name));
  return columnsOf(table, schema)
    .filter((column) => column.table !== table.name || column.schema !== table.schema)
    .filter(({ name, generated }) => generated === null && !kept.has(name))
    .map(({ name }) => name);
}

/** Its own, and those of the tables above it. */
function columnsOf(table: Table, schema: DatabaseSchema): readonly Column[] {
  const own = objectsOfKind(schema, "column").filter(
    (column) => column.schema === table.schema && column.table === table.name,
  );
  const found = new Map(own.map((column) => [column.name, column]));
  for (const parent of parentsOf(table)) {
    const object = schema.objects.get(parent);
    if (object?.kind !== "table") continue;
    for (const column of columnsOf(object, schema)) if (!found.has(column.name)) found.set(column.name, column);
  }
  return [...found.values()];
}

const placesOf = ({ partitionOf, inherits = [] }: Table) => [
  ...(partitionOf === undefined ? [] : [partitionOf]),
  ...inherits,
];

const parentsOf = (table: Table): readonly ObjectId[] =>
  placesOf(table).map((parent) => tableId(parent.schema, parent.table));

const isSubset = <T>(some: readonly T[], all: readonly T[]): boolean => some.every((one) => all.includes(one));
