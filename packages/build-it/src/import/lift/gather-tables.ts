import {
  type Check,
  type Column,
  type DatabaseSchema,
  type Default,
  type ForeignKey,
  type Index,
  idOf,
  type ObjectId,
  type Policy,
  type PrimaryKey,
  type Privilege,
  type Table,
  tableId,
  type Unique,
} from "@build-it/postgres-schema";

/** A table and what belongs to it, as far as an entity may say it. */
export interface TableParts {
  readonly id: ObjectId;
  readonly table: Table;
  /** In their order. */
  readonly columns: readonly Column[];
  readonly defaults: readonly Default[];
  readonly primaryKeys: readonly PrimaryKey[];
  readonly uniques: readonly Unique[];
  readonly checks: readonly Check[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly indexes: readonly Index[];
  readonly policies: readonly Policy[];
  /** On the table and its columns. */
  readonly privileges: readonly Privilege[];
}

const partNames = {
  column: "columns",
  default: "defaults",
  primary_key: "primaryKeys",
  unique: "uniques",
  check: "checks",
  foreign_key: "foreignKeys",
  index: "indexes",
  policy: "policies",
} as const;

/** The tables of a schema by id, in the order of their ids. */
export function gatherTables({ objects }: DatabaseSchema): ReadonlyMap<ObjectId, TableParts> {
  const tables = new Map<
    ObjectId,
    { [Name in keyof TableParts]: TableParts[Name] extends readonly (infer T)[] ? T[] : TableParts[Name] }
  >();
  for (const table of objects.values())
    if (table.kind === "table")
      tables.set(idOf(table), {
        id: idOf(table),
        table,
        columns: [],
        defaults: [],
        primaryKeys: [],
        uniques: [],
        checks: [],
        foreignKeys: [],
        indexes: [],
        policies: [],
        privileges: [],
      });
  for (const object of objects.values()) {
    if (object.kind === "privilege") tables.get(object.on)?.privileges.push(object);
    else if (object.kind in partNames && "table" in object) {
      const parts = tables.get(tableId(object.schema, object.table));
      // Each kind goes to the list of its name, which TypeScript cannot follow.
      (parts?.[partNames[object.kind as keyof typeof partNames]] as unknown[] | undefined)?.push(object);
    }
  }
  for (const { columns } of tables.values()) columns.sort((left, right) => left.ordinal - right.ordinal);
  return tables;
}
