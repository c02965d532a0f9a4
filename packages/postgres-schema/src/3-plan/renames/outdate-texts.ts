import { type DatabaseSchema, databaseSchema } from "../../schema/database-schema.ts";
import type { ObjectId } from "../../schema/object-id.ts";
import type { SchemaObject } from "../../schema/objects.ts";

/**
 * The schema, where what is written of renamed tables and columns is not what the database says any more. PostgreSQL binds
 * queries, rules and parsed bodies to what they use: it goes on by its new name, in a spelling that only PostgreSQL knows. So
 * they are made anew, or replaced, as the schema after says.
 */
export const outdateTexts = (schema: DatabaseSchema, renamed: ReadonlySet<ObjectId>): DatabaseSchema =>
  databaseSchema([...schema.objects.values()].map((object) => (uses(object, renamed) ? outdated(object) : object)));

const uses = (object: SchemaObject, ids: ReadonlySet<ObjectId>): boolean =>
  "dependsOn" in object && object.dependsOn.some((id) => ids.has(id));

function outdated(object: SchemaObject): SchemaObject {
  switch (object.kind) {
    case "view":
    case "materialized_view":
    case "rule":
      return { ...object, definition: unknown(object.definition) };
    case "function":
      return parsedBody.test(object.definition) ? { ...object, definition: unknown(object.definition) } : object;
    case "policy":
      return { ...object, using: unknownQuery(object.using), check: unknownQuery(object.check) };
    default:
      return object;
  }
}

/** A text that is no other one. PostgreSQL prints none that ends with a space. */
const unknown = (text: string): string => `${text} `;

/** What a policy says of its own row follows by itself. */
const unknownQuery = (text: string | null): string | null =>
  text !== null && /\bSELECT\b/.test(text) ? unknown(text) : text;

const parsedBody = /\bLANGUAGE sql\b[\s\S]*^(?:BEGIN ATOMIC|RETURN )/m;
