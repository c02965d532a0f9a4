import { type DatabaseSchema, databaseSchema } from "../schema/database-schema.ts";
import { idOf } from "../schema/identify.ts";
import type { ObjectId } from "../schema/object-id.ts";
import type { SchemaObject } from "../schema/objects.ts";

/** A schema without some objects and what is said of them, and with others, which take the places of those of their ids. */
export function editSchema(
  schema: DatabaseSchema,
  { without = [], put = [] }: { readonly without?: readonly ObjectId[]; readonly put?: readonly SchemaObject[] },
): DatabaseSchema {
  const gone = new Set(without);
  const replaced = new Set(put.map(idOf));
  const kept = [...schema.objects].flatMap(([id, object]) =>
    gone.has(id) || replaced.has(id) || ("on" in object && gone.has(object.on)) ? [] : [object],
  );
  return databaseSchema([...kept, ...put]);
}
