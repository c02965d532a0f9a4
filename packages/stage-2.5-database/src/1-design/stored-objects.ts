import { type DatabaseSchema, databaseSchema, type SchemaObject } from "@build-it/postgres-schema";
import { z } from "zod";

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && "kind" in value;

const areObjects = (values: unknown): boolean => Array.isArray(values) && values.every(isObject);

/**
 * The objects of a schema as a file keeps them. What is not in a file of an earlier form is there empty. One check for all,
 * since a schema has tens of thousands.
 */
export const StoredObjects = z
  .custom<SchemaObject[]>(areObjects)
  .transform((objects): SchemaObject[] => objects.map(completeObject));

function completeObject(object: SchemaObject): SchemaObject {
  if (object.kind === "view" && object.resultColumns === undefined) return { ...object, resultColumns: [] };
  return object.kind === "column" && object.dependsOn === undefined ? { ...object, dependsOn: [] } : object;
}

// A run asks for the same ones again and again, and a large schema takes its time to put in order.
const schemas = new WeakMap<readonly SchemaObject[], DatabaseSchema>();

/** The schema of these objects, made once for each list. */
export function schemaOf(objects: readonly SchemaObject[]): DatabaseSchema {
  const known = schemas.get(objects);
  if (known !== undefined) return known;
  const schema = databaseSchema(objects);
  schemas.set(objects, schema);
  return schema;
}

/** The objects of a schema as a file keeps them, in the order of their ids. */
export function objectsOf(schema: DatabaseSchema): SchemaObject[] {
  const objects = [...schema.objects.values()];
  schemas.set(objects, schema);
  return objects;
}
