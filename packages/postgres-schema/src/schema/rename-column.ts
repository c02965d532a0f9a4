import { type DatabaseSchema, objectsOfKind } from "./database-schema.ts";
import { idOf, tableId } from "./identify.ts";
import { keepIdentity } from "./identity-options.ts";
import { notNullNameOf } from "./made-up-name.ts";
import { columnIn, type ObjectId } from "./object-id.ts";
import type { ObjectKind, ObjectOf, SchemaObject } from "./objects.ts";
import { tablesAbove } from "./parents.ts";
import { privilegedColumn } from "./privileged-column.ts";
import { renameColumnInSql } from "./rename-column-in-sql.ts";

/** A column by another name. */
export interface ColumnRename {
  readonly schema: string;
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

/** What a rename does to names and SQL in which the column is meant, and which tables have it. */
interface Renaming {
  readonly name: (name: string) => string;
  readonly sql: <Text extends string | null>(text: Text) => Text | string;
  readonly has: (table: { readonly schema: string; readonly table: string }) => boolean;
}

/**
 * An object after the rename of a column, of its table and those below. PostgreSQL binds what is said of a table to its
 * columns, so expressions follow; those that ask other rows, where a name may mean something else, stay.
 */
export function columnRenamer(schema: DatabaseSchema, rename: ColumnRename): (object: SchemaObject) => SchemaObject {
  const { from, to } = rename;
  const tables = tablesWith(schema, tableId(rename.schema, rename.table));
  const columns = new Set([...tables].map((table) => columnIn(table, from)));
  const renaming: Renaming = {
    name: (name) => (name === from ? to : name),
    sql: (text) => (text === null ? text : renameColumnInSql(text, from, to)),
    has: (table) => tables.has(tableId(table.schema, table.table)),
  };
  return (object) => {
    if (object.kind === "privilege" && tables.has(object.on)) return renamePrivileges(object, rename);
    if (object.kind === "statistics" && object.dependsOn.some((id) => columns.has(id)))
      return { ...object, definition: sortColumns(renaming.sql(object.definition)) };
    if (object.kind === "foreign_key") return renameInForeignKey(object, renaming);
    const isHere = object.kind === "table" ? tables.has(idOf(object)) : "table" in object && renaming.has(object);
    return isHere ? renameOf(object, renaming) : object;
  };
}

/** Extended statistics list the columns by their names. */
const sortColumns = (definition: string): string =>
  definition.replace(
    columnList,
    (_, columns: string) => ` ON ${(columns.match(columnName) ?? []).sort(byName).join(", ")}`,
  );

const columnName = /"(?:[^"]|"")*"|[\p{L}\d_$]+/gu;
const columnList = new RegExp(` ON ((?:${columnName.source})(?:, (?:${columnName.source}))+)(?=, | FROM )`, "u");

const rawName = (name: string): string => (name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name);
const byName = (one: string, other: string): number => (rawName(one) < rawName(other) ? -1 : 1);

/** The tables that have a column of a table: itself and those below. */
const tablesWith = (schema: DatabaseSchema, table: ObjectId): ReadonlySet<ObjectId> =>
  new Set([
    table,
    ...objectsOfKind(schema, "table")
      .filter((other) => tablesAbove(other, schema).has(table))
      .map(idOf),
  ]);

type Rename<Kind extends ObjectKind> = (object: ObjectOf<Kind>, renaming: Renaming) => ObjectOf<Kind>;

/** By kind of what a table has: how it follows. All else stays as it is. */
const renames: { readonly [Kind in ObjectKind]?: Rename<Kind> } = {
  table: (table, { name, sql }) => ({
    ...table,
    ...(table.partitionBy === undefined ? {} : { partitionBy: sql(table.partitionBy) }),
    ...(table.columnOrder === undefined ? {} : { columnOrder: table.columnOrder.map(name) }),
    ...(table.requiredItself === undefined ? {} : { requiredItself: table.requiredItself.map(name) }),
    ...(table.notNullNames === undefined
      ? {}
      : { notNullNames: table.notNullNames.map((of) => ({ ...of, column: name(of.column) })) }),
  }),
  column: (column, { name, sql }) =>
    keepIdentity(column, {
      ...(name(column.name) === column.name ? column : keepNotNullName(column)),
      name: name(column.name),
      generated: sql(column.generated),
    }),
  inherited_column: (column, { name }) =>
    name(column.name) === column.name ? column : { ...keepNotNullName(column), name: name(column.name) },
  not_null: (constraint, { name }) => ({ ...constraint, column: name(constraint.column) }),
  default: (value, { name }) => ({ ...value, column: name(value.column) }),
  primary_key: (key, { name }) => ({
    ...key,
    columns: key.columns.map(name),
    ...(key.include === undefined ? {} : { include: key.include.map(name) }),
  }),
  unique: (key, { name }) => ({
    ...key,
    columns: key.columns.map(name),
    ...(key.include === undefined ? {} : { include: key.include.map(name) }),
  }),
  check: (check, { sql }) => ({ ...check, expression: sql(check.expression) }),
  exclusion: (exclusion, { sql }) => ({ ...exclusion, definition: sql(exclusion.definition) }),
  index: (index, { name, sql }) => ({
    ...index,
    keys: index.keys.map((key) =>
      key.column === null ? { ...key, expression: sql(key.expression) } : { ...key, column: name(key.column) },
    ),
    include: index.include.map(name),
    where: sql(index.where),
  }),
  policy: (policy, { sql }) => ({ ...policy, using: sql(policy.using), check: sql(policy.check) }),
};

/** The name that PostgreSQL made up for a NOT NULL constraint follows no rename. */
export function keepNotNullName<T extends SchemaObject>(object: T): T {
  if (object.kind !== "column" && object.kind !== "inherited_column") return object;
  const required = object.kind === "column" ? !object.nullable : object.required;
  if (!required || object.notNullName !== undefined) return object;
  return { ...object, notNullName: notNullNameOf(object.table, object.name) };
}

const renameOf = <Kind extends ObjectKind>(object: ObjectOf<Kind>, renaming: Renaming): SchemaObject => {
  const rename = renames[object.kind as Kind] as Rename<Kind> | undefined;
  return rename === undefined ? object : rename(object, renaming);
};

function renameInForeignKey(key: ObjectOf<"foreign_key">, { name, has }: Renaming): ObjectOf<"foreign_key"> {
  const { references, deleteColumns } = key;
  const own = has(key) ? name : (column: string): string => column;
  return {
    ...key,
    columns: key.columns.map(own),
    ...(deleteColumns === undefined ? {} : { deleteColumns: deleteColumns.map(own) }),
    references: has(references) ? { ...references, columns: references.columns.map(name) } : references,
  };
}

function renamePrivileges(object: ObjectOf<"privilege">, { from, to }: ColumnRename): ObjectOf<"privilege"> {
  const renamed = (privilege: string): string =>
    privilegedColumn(privilege) === from ? privilege.replace(`(${from})`, () => `(${to})`) : privilege;
  return { ...object, privileges: object.privileges.map(renamed).sort() };
}
