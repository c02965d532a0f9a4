import type { SchemaObject } from "@build-it/postgres-schema";
import { z } from "zod";

const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && "kind" in value;

/** An object of a schema as a file keeps it. What is not in a file of an earlier form is there empty. */
export const StoredObject = z.custom<SchemaObject>(isObject).transform((object): SchemaObject => {
  if (object.kind === "view") return { ...object, resultColumns: object.resultColumns ?? [] };
  return object.kind === "column" ? { ...object, dependsOn: object.dependsOn ?? [] } : object;
});
