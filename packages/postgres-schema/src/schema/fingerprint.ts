import { createHash } from "node:crypto";
import type { DatabaseSchema } from "./database-schema.ts";
import type { SchemaObject } from "./objects.ts";

/**
 * Attributes that say how an object came to be and not what it is, or that follow from others: the places of columns,
 * dependencies that PostgreSQL follows by itself, the columns that a view's query gives,
 * how its options are spelled, names that PostgreSQL made up, and where a right to pass on comes from.
 */
export const incidentalAttributes: ReadonlySet<string> = new Set([
  "ordinal",
  "dependsOn",
  "resultColumns",
  "writtenOptions",
  "columnOrder",
  "fromParents",
  "requiredItself",
  "notNullName",
  "notNullNames",
  "grantedThrough",
  "partitionUses",
  "usualName",
]);

/** SHA-256 over all that counts in a schema: two schemas are the same if and only if their fingerprints are. */
export function fingerprintSchema(schema: DatabaseSchema): string {
  const hash = createHash("sha256");
  const shapes = new Map<string, Shape>();
  // Many objects as one text: one for each costs as much as the hashing, and one of all would be held in memory.
  let values: unknown[] = [];
  for (const object of schema.objects.values()) {
    const attributes = object as object as Attributes;
    const { text, names } = shapeOf(attributes, shapes);
    values.push(text);
    for (const name of names) values.push(attributes[name]);
    if (values.length < valuesAtOnce) continue;
    hash.update(JSON.stringify(values));
    values = [];
  }
  return hash.update(JSON.stringify(values)).digest("hex");
}

const valuesAtOnce = 5000;

/** The attributes that count, in a fixed order. */
interface Shape {
  readonly names: readonly string[];
  readonly text: string;
}

/** Few objects have attributes that no other one has. */
function shapeOf(attributes: Attributes, known: Map<string, Shape>): Shape {
  const keys = Object.keys(attributes);
  const key = keys.join();
  const found = known.get(key);
  if (found !== undefined) return found;
  const names = countingNames(keys);
  const shape = { names, text: names.join() };
  known.set(key, shape);
  return shape;
}

// Names alone are sorted by code units without a function of ours being asked.
const countingNames = (keys: readonly string[]): readonly string[] =>
  keys.filter((name) => !incidentalAttributes.has(name)).sort();

/** An object as text with its attributes in a fixed order. */
export function canonicalText(object: SchemaObject): string {
  const attributes = object as object as Attributes;
  return JSON.stringify(countingNames(Object.keys(attributes)).map((name) => [name, attributes[name]]));
}

type Attributes = Readonly<Record<string, unknown>>;
