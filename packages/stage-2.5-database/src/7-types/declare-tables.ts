import type { ColumnDeclaration, TableDeclaration } from "@build-it/artifacts";
import {
  attachedId,
  type Column,
  columnId,
  type DatabaseSchema,
  type ForeignKey,
  idOf,
  type ObjectId,
  objectId,
  objectsOfKind,
  type ResultColumn,
  type Table,
  type View,
} from "@build-it/postgres-schema";
import type { Design } from "../1-design/design.ts";
import { valueTypeOf } from "./value-type.ts";

/**
 * The tables and views of a catalog as the later stages and the generated types see them, in the order of their names.
 * The design tells what the catalog does not know: which entity a table is, what an enum stored as text may be, and what is
 * only retained.
 */
export function declareTables(catalog: DatabaseSchema, design: Design): TableDeclaration[] {
  const columns = groupBy(objectsOfKind(catalog, "column"), ({ schema, table }) => placeKey(schema, table));
  const keys = keysByTable(catalog);
  const foreignKeys = groupBy(objectsOfKind(catalog, "foreign_key"), ({ schema, table }) => placeKey(schema, table));
  const declare = (object: Table | View): TableDeclaration => {
    const id = idOf(object);
    const place = placeKey(object.schema, object.name);
    const own = keys.get(place);
    const deprecated = design.retained[id] !== undefined;
    const entity = design.origins[id]?.entity;
    return {
      schema: object.schema,
      name: object.name,
      kind: object.kind,
      ...(entity === undefined || deprecated || object.kind === "view" ? {} : { entity }),
      primaryKey: [...(own?.primary ?? [])],
      columns:
        object.kind === "view"
          ? object.resultColumns.map((column) => declareResultColumn(column, catalog))
          : (columns.get(place) ?? [])
              .toSorted((a, b) => a.ordinal - b.ordinal)
              .map((column) => declareColumn(column, catalog, design)),
      foreignKeys: (foreignKeys.get(place) ?? []).map((key) => declareForeignKey(key, own?.unique ?? [])),
      deprecated,
      ...commentOn(id, catalog),
    };
  };
  return [...objectsOfKind(catalog, "table"), ...objectsOfKind(catalog, "view")]
    .map(declare)
    .sort((a, b) => compare(a.schema, b.schema) || compare(a.name, b.name));
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}

const placeKey = (schema: string, table: string): string => JSON.stringify([schema, table]);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

interface Keys {
  readonly primary: readonly string[];
  /** The sets of columns that name one row at most. */
  readonly unique: readonly (readonly string[])[];
}

function keysByTable(catalog: DatabaseSchema): ReadonlyMap<string, Keys> {
  const keys = new Map<string, Keys>();
  for (const key of [...objectsOfKind(catalog, "primary_key"), ...objectsOfKind(catalog, "unique")]) {
    const place = placeKey(key.schema, key.table);
    const { primary, unique } = keys.get(place) ?? { primary: [], unique: [] };
    keys.set(place, {
      primary: key.kind === "primary_key" ? key.columns : primary,
      unique: [...unique, key.columns],
    });
  }
  return keys;
}

const declareForeignKey = (
  { name, columns, references }: ForeignKey,
  unique: Keys["unique"],
): NonNullable<TableDeclaration["foreignKeys"]>[number] => ({
  name,
  columns: [...columns],
  references: { ...references, columns: [...references.columns] },
  oneToOne: unique.some((key) => key.every((column) => columns.includes(column))),
});

function declareColumn(column: Column, catalog: DatabaseSchema, design: Design): ColumnDeclaration {
  const id = columnId(column.schema, column.table, column.name);
  const { type, enumValues = design.enumValues[id] } = sentAs(column, catalog);
  const { select, insert } = valueTypeOf(type, enumValues);
  return {
    name: column.name,
    postgresType: type,
    selectType: select,
    insertType: insert,
    nullable: column.nullable,
    hasDefault:
      column.identity !== null || catalog.objects.has(objectId("default", column.schema, column.table, column.name)),
    generated: column.generated !== null || column.identity === "always",
    deprecated: design.retained[id] !== undefined,
    ...commentOn(id, catalog),
    ...(enumValues === undefined ? {} : { enumValues: [...enumValues] }),
  };
}

/** What a view gives can be read only, and PostgreSQL does not tell of any of it that it is never null. */
function declareResultColumn(column: ResultColumn, catalog: DatabaseSchema): ColumnDeclaration {
  const { type, enumValues } = sentAs(column, catalog);
  const { select } = valueTypeOf(type, enumValues);
  return {
    name: column.name,
    postgresType: type,
    selectType: select,
    insertType: "never",
    nullable: true,
    hasDefault: false,
    generated: true,
    deprecated: false,
    ...(enumValues === undefined ? {} : { enumValues: [...enumValues] }),
  };
}

interface SentType {
  readonly type: string;
  /** Where it is an enum, or a list of one. */
  readonly enumValues?: readonly string[];
}

/** How values come from the server, which sends those of a domain as the type that it stands on. */
function sentAs({ type, typeObject }: Pick<ResultColumn, "type" | "typeObject">, catalog: DatabaseSchema): SentType {
  const object = typeObject === null ? undefined : catalog.objects.get(typeObject);
  if (object?.kind === "domain" && !type.endsWith("[]")) return sentAs(object, catalog);
  return object?.kind === "enum" ? { type, enumValues: object.values } : { type };
}

function commentOn(id: ObjectId, { objects }: DatabaseSchema): { readonly comment?: string } {
  const comment = objects.get(attachedId("comment", id));
  return comment?.kind === "comment" ? { comment: comment.text } : {};
}
