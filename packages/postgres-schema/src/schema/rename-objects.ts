import { type DatabaseSchema, databaseSchema } from "./database-schema.ts";
import { idOf } from "./identify.ts";
import { keepIdentity } from "./identity-options.ts";
import type { ObjectId } from "./object-id.ts";
import type { ObjectKind, ObjectOf, SchemaObject } from "./objects.ts";
import { columnRenamer, keepNotNullName } from "./rename-column.ts";
import { enumRenamer, typeRenamer } from "./rename-type.ts";

/** A table, a native enum or a column that goes on under another name. */
export type Rename =
  | { readonly kind: "table"; readonly schema: string; readonly from: string; readonly to: string }
  | { readonly kind: "enum"; readonly schema: string; readonly from: string; readonly to: string }
  | {
      readonly kind: "column";
      readonly schema: string;
      readonly table: string;
      readonly from: string;
      readonly to: string;
    };

/** What shares the names of tables, and goes by another name in the same statement: `ALTER TABLE … RENAME TO`. */
export const relationKinds = [
  "table",
  "view",
  "materialized_view",
  "sequence",
] as const satisfies readonly ObjectKind[];

/** The renames that take `renames` back. A column's table is said by the name that it has after all of them, here too. */
export const invertRenames = (renames: readonly Rename[]): readonly Rename[] =>
  renames.map((rename) => {
    const { from: to, to: from } = rename;
    if (rename.kind !== "column") return { ...rename, from, to };
    const table = renames.find(
      (other) => other.kind === "table" && other.schema === rename.schema && other.to === rename.table,
    );
    return { ...rename, table: table?.from ?? rename.table, from, to };
  });

/**
 * The schema as it is after the rename, with every mention of the name by parts of the schema, and by expressions that PostgreSQL
 * binds to it: types that are cast to, and columns in what is said of their own table. Bodies stay as they were written.
 */
export function renameInSchema(schema: DatabaseSchema, rename: Rename): DatabaseSchema {
  const renamed = renamerOf(schema, rename);
  return exchangeObjects(schema, (_, object) => renamed(object));
}

/** The schema with what `now` gives in the place of each object, and with every mention of its id. */
export function exchangeObjects(
  schema: DatabaseSchema,
  now: (id: ObjectId, object: SchemaObject) => SchemaObject,
): DatabaseSchema {
  const renamed = [...schema.objects].map(([id, object]) => now(id, object));
  const ids = new Map<ObjectId, ObjectId>();
  const take = (object: SchemaObject | undefined, id: ObjectId): void => {
    if (object !== undefined) ids.set(id, idOf(renameIdsIn(object, ids)));
  };
  const were = [...schema.objects.keys()];
  for (const [index, id] of were.entries()) if (!isNamedAfterAnother(renamed[index])) take(renamed[index], id);
  // Comments and settings can be on these.
  for (const [index, id] of were.entries()) if (renamed[index]?.kind === "partition_part") take(renamed[index], id);
  return databaseSchema(renamed.map((object) => renameIdsIn(object, ids)));
}

/** Whether another object's id is part of its own. */
const isNamedAfterAnother = (object: SchemaObject | undefined): boolean =>
  object !== undefined && ("on" in object || object.kind === "partition_part");

function renamerOf(schema: DatabaseSchema, rename: Rename): (object: SchemaObject) => SchemaObject {
  switch (rename.kind) {
    case "table": {
      // Its rows are of a type of its name.
      const withType = typeRenamer(rename);
      return (object) => renameTableIn(withType(object), rename);
    }
    case "enum":
      return enumRenamer(rename);
    case "column":
      return columnRenamer(schema, rename);
  }
}

type RenameOf<Kind extends Rename["kind"]> = Extract<Rename, { readonly kind: Kind }>;

const isRelation = (object: SchemaObject): object is ObjectOf<(typeof relationKinds)[number]> =>
  (relationKinds as readonly ObjectKind[]).includes(object.kind);

function renameTableIn(object: SchemaObject, { schema, from, to }: RenameOf<"table">): SchemaObject {
  const rename = (inSchema: string, name: string): string => (inSchema === schema && name === from ? to : name);
  if (object.kind === "table") {
    const { partitionOf, inherits } = object;
    const parentNow = <T extends { readonly schema: string; readonly table: string }>(parent: T): T => ({
      ...parent,
      table: rename(parent.schema, parent.table),
    });
    return {
      ...object,
      name: rename(object.schema, object.name),
      ...(partitionOf === undefined ? {} : { partitionOf: parentNow(partitionOf) }),
      ...(inherits === undefined ? {} : { inherits: inherits.map(parentNow) }),
    };
  }
  if (isRelation(object)) return { ...object, name: rename(object.schema, object.name) };
  if (!("table" in object)) return object;
  const moved = { ...keepNotNullName(object), table: rename(object.schema, object.table) };
  if (moved.kind === "column" && object.kind === "column") return keepIdentity(object, moved);
  if (moved.kind === "check" && moved.unvalidatedIn !== undefined)
    return {
      ...moved,
      unvalidatedIn: moved.unvalidatedIn.map((below) => ({ ...below, table: rename(below.schema, below.table) })),
    };
  if (moved.kind !== "foreign_key") return moved;
  return {
    ...moved,
    references: { ...moved.references, table: rename(moved.references.schema, moved.references.table) },
  };
}

function renameIdsIn(object: SchemaObject, ids: ReadonlyMap<ObjectId, ObjectId>): SchemaObject {
  const now = (id: ObjectId): ObjectId => ids.get(id) ?? id;
  if (object.kind === "privilege" || object.kind === "comment" || object.kind === "owner")
    return { ...object, on: now(object.on) };
  if (object.kind === "partition_part") return { ...object, of: now(object.of) };
  if (object.kind === "sequence") return object.ownedBy === null ? object : { ...object, ownedBy: now(object.ownedBy) };
  const typeNow = <T extends { readonly typeObject: ObjectId | null }>(typed: T): T =>
    typed.typeObject === null ? typed : { ...typed, typeObject: now(typed.typeObject) };
  if (object.kind === "composite") return { ...object, attributes: object.attributes.map(typeNow) };
  if (!("dependsOn" in object)) return object;
  const moved = { ...object, dependsOn: object.dependsOn.map(now) };
  if (moved.kind === "setting") return { ...moved, on: now(moved.on) };
  return moved.kind === "column" || moved.kind === "domain" ? typeNow(moved) : moved;
}
