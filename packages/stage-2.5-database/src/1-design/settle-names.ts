import type { SchemaObject } from "@build-it/postgres-schema";
import { type Designed, objectName } from "./designed.ts";

/**
 * Gives each object a name of its own where two would have one, as PostgreSQL does: `accounts_name_idx`,
 * `accounts_name_idx1`. Tables, views, keys and indexes share the names of a schema; constraints those of a table.
 */
export function settleNames(parts: readonly Designed[], others: readonly SchemaObject[]): readonly Designed[] {
  const taken = new Set([...others, ...parts.map(({ object }) => object).filter(keepsItsName)].flatMap(claimsOf));
  return parts.map((part) => {
    if (keepsItsName(part.object)) return part;
    const object = withFreeName(part.object, taken);
    for (const claim of claimsOf(object)) taken.add(claim);
    return { ...part, object };
  });
}

const renamable = new Set(["primary_key", "unique", "check", "foreign_key", "index"]);

const keepsItsName = ({ kind }: SchemaObject): boolean => !renamable.has(kind);

function withFreeName(object: SchemaObject, taken: ReadonlySet<string>): SchemaObject {
  if (!("name" in object)) return object;
  for (let number = 0; ; number++) {
    const candidate = number === 0 ? object : { ...object, name: objectName(`${object.name}${number}`) };
    if (!claimsOf(candidate).some((claim) => taken.has(claim))) return candidate;
  }
}

/** The names an object takes: in its schema, in its table, or in both. */
function claimsOf(object: SchemaObject): readonly string[] {
  const inSchema = (schema: string, name: string): string => JSON.stringify([schema, name]);
  const inTable = (schema: string, table: string, name: string): string => JSON.stringify([schema, table, name]);
  switch (object.kind) {
    case "table":
    case "view":
    case "sequence":
    case "index":
      return [inSchema(object.schema, object.name)];
    case "primary_key":
    case "unique":
      return [inSchema(object.schema, object.name), inTable(object.schema, object.table, object.name)];
    case "check":
    case "foreign_key":
      return [inTable(object.schema, object.table, object.name)];
    default:
      return [];
  }
}
