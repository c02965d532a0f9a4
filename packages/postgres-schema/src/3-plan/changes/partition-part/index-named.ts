import type { DatabaseSchema } from "../../../schema/database-schema.ts";
import { kindOf, type ObjectId, objectId } from "../../../schema/object-id.ts";
import type { SchemaObject } from "../../../schema/objects.ts";

type Named = ReadonlyMap<ObjectId, SchemaObject>;

/** Asked for each part of each partition, and found once: what a schema holds never changes. */
const known = new WeakMap<DatabaseSchema["objects"], Named>();

/** The index with a name, be it a constraint's or a partition's. */
export function indexNamed({ objects }: DatabaseSchema, schema: string, name: string): SchemaObject | undefined {
  let named = known.get(objects);
  if (named === undefined) {
    named = findIndexes(objects);
    known.set(objects, named);
  }
  return named.get(objectId("index", schema, name));
}

function findIndexes(objects: DatabaseSchema["objects"]): Named {
  const found = new Map<ObjectId, SchemaObject>();
  for (const object of objects.values())
    if (hasIndex(object)) found.set(objectId("index", object.schema, object.name), object);
  return found;
}

const hasIndex = (
  object: SchemaObject,
): object is Extract<SchemaObject, { kind: "index" | "primary_key" | "unique" | "exclusion" | "partition_part" }> =>
  object.kind === "index" ||
  object.kind === "primary_key" ||
  object.kind === "unique" ||
  object.kind === "exclusion" ||
  (object.kind === "partition_part" && kindOf(object.of) !== "foreign_key");
