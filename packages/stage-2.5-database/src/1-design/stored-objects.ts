import type { SchemaObject } from "@build-it/postgres-schema";
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
  if (object.kind === "view") return { ...object, resultColumns: object.resultColumns ?? [] };
  return object.kind === "column" ? { ...object, dependsOn: object.dependsOn ?? [] } : object;
}
