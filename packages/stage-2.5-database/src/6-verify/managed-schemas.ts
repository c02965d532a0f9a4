import {
  type DatabaseSchema,
  filterObjects,
  type ObjectId,
  objectsOfKind,
  type SchemaObject,
  schemaId,
} from "@build-it/postgres-schema";

/**
 * The PostgreSQL schemas that objects of ours are in: the ones to read, and the ones in which a stranger's objects are
 * noticed.
 */
export function schemasOf(schema: DatabaseSchema): readonly string[] {
  const names = new Set<string>(["public"]);
  for (const object of schema.objects.values()) {
    if (object.kind === "schema") names.add(object.name);
    else if ("schema" in object && object.kind !== "extension" && object.schema !== null) names.add(object.schema);
  }
  return [...names].sort();
}

/** How many tables a schema has. */
export const countTables = (schema: DatabaseSchema): number => objectsOfKind(schema, "table").length;

/**
 * What was read, without what each server brings along and we never make: the schema `public` itself with its comment
 * and rights, the extensions, and the rights that its roles give on what they make.
 */
export function withoutServerObjects(schema: DatabaseSchema): DatabaseSchema {
  const publicSchema: ObjectId = schemaId("public");
  const brought = (object: SchemaObject): boolean =>
    (object.kind === "schema" && object.name === "public") ||
    object.kind === "extension" ||
    object.kind === "default_privilege" ||
    ("on" in object && (object.on === publicSchema || object.on.startsWith("extension:")));
  return filterObjects(schema, (object) => !brought(object));
}
