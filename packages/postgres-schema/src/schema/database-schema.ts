import { idOf } from "./identify.ts";
import type { ObjectId } from "./object-id.ts";
import type { ObjectKind, ObjectOf, SchemaObject } from "./objects.ts";

/** A PostgreSQL schema as data: objects by id, in the order of their ids. */
export interface DatabaseSchema {
  readonly objects: ReadonlyMap<ObjectId, SchemaObject>;
}

/** Builds a schema from its objects. Throws when two of them have one id: a schema holds each object once. */
export function databaseSchema(objects: Iterable<SchemaObject>): DatabaseSchema {
  const byId = new Map<ObjectId, SchemaObject>();
  let inOrder = true;
  let previous = "";
  for (const object of objects) {
    const id = idOf(object);
    if (byId.has(id)) throw new Error(`a schema holds each object once, but ${id} came twice`);
    // Code units, not a locale's order: the same everywhere. What comes from a schema or its file is in order already.
    inOrder &&= previous < id;
    previous = id;
    byId.set(id, object);
  }
  return { objects: inOrder ? byId : sorted(byId) };
}

/** Without a pair for each entry, which a large schema has hundreds of thousands of. */
function sorted(byId: ReadonlyMap<ObjectId, SchemaObject>): ReadonlyMap<ObjectId, SchemaObject> {
  const objects = new Map<ObjectId, SchemaObject>();
  for (const id of [...byId.keys()].sort()) {
    const object = byId.get(id);
    if (object !== undefined) objects.set(id, object);
  }
  return objects;
}

/** The schema with only those of its objects that are wanted. Their ids are known and in order, so it costs no more than asking. */
export function filterObjects(
  schema: DatabaseSchema,
  isWanted: (object: SchemaObject, id: ObjectId) => boolean,
): DatabaseSchema {
  const objects = new Map<ObjectId, SchemaObject>();
  for (const [id, object] of schema.objects) if (isWanted(object, id)) objects.set(id, object);
  return { objects };
}

/** A schema with nothing in it: what every first migration starts from. */
export const emptySchema: DatabaseSchema = { objects: new Map() };

/** All objects of one kind, in the order of their ids. */
export function objectsOfKind<Kind extends ObjectKind>(schema: DatabaseSchema, kind: Kind): readonly ObjectOf<Kind>[] {
  const found: ObjectOf<Kind>[] = [];
  for (const object of schema.objects.values()) if (isKind(object, kind)) found.push(object);
  return found;
}

/** Whether an object is of a kind; narrows its type. */
export const isKind = <Kind extends ObjectKind>(object: SchemaObject, kind: Kind): object is ObjectOf<Kind> =>
  object.kind === kind;
