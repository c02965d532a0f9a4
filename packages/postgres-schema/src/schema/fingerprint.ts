import { createHash } from "node:crypto";
import type { DatabaseSchema } from "./database-schema.ts";
import type { SchemaObject } from "./objects.ts";

/**
 * Attributes that say how an object came to be and not what it is, or that follow from others: a column's place,
 * dependencies that PostgreSQL follows by itself, the columns that a view's query gives.
 */
export const incidentalAttributes: ReadonlySet<string> = new Set(["ordinal", "dependsOn", "resultColumns"]);

/** SHA-256 over all that counts in a schema: two schemas are the same if and only if their fingerprints are. */
export function fingerprintSchema(schema: DatabaseSchema): string {
  const hash = createHash("sha256");
  for (const [id, object] of schema.objects)
    hash.update(id).update("\u0000").update(canonicalText(object)).update("\n");
  return hash.digest("hex");
}

/** An object as text with its attributes in a fixed order. */
export const canonicalText = (object: SchemaObject): string =>
  JSON.stringify(
    Object.entries(object)
      .filter(([name]) => !incidentalAttributes.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
