import { createHash } from "node:crypto";
import type { DatabaseSchema } from "./database-schema.ts";
import type { SchemaObject } from "./objects.ts";

/**
 * Attributes that say how an object came to be and not what it is, or that follow from others: a column's place,
 * dependencies that PostgreSQL follows by itself, the columns that a view's query gives,
 * how its options are spelled, names that PostgreSQL made up, and where a right to pass on comes from.
 */
export const incidentalAttributes: ReadonlySet<string> = new Set([
  "ordinal",
  "dependsOn",
  "resultColumns",
  "writtenOptions",
  "fromParents",
  "notNullName",
  "grantedThrough",
  "partitionUses",
]);

/** SHA-256 over all that counts in a schema: two schemas are the same if and only if their fingerprints are. */
export function fingerprintSchema(schema: DatabaseSchema): string {
  const hash = createHash("sha256");
  // In pieces: a call for each object costs as much as the hashing, and one text of it all would be held in memory.
  let piece = "";
  for (const [id, object] of schema.objects) {
    piece += `${id}\u0000${canonicalText(object)}\n`;
    if (piece.length < pieceLength) continue;
    hash.update(piece);
    piece = "";
  }
  return hash.update(piece).digest("hex");
}

const pieceLength = 65_536;

/** An object as text with its attributes in a fixed order. */
export function canonicalText(object: SchemaObject): string {
  const attributes = object as object as Attributes;
  const names = Object.keys(attributes).filter((name) => !incidentalAttributes.has(name));
  // Names alone are sorted by code units without a function of ours being asked.
  return JSON.stringify(names.sort().map((name) => [name, attributes[name]]));
}

type Attributes = Readonly<Record<string, unknown>>;
