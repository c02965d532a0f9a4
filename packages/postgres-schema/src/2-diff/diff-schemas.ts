import { isDeepStrictEqual } from "node:util";
import type { DatabaseSchema } from "../schema/database-schema.ts";
import { incidentalAttributes } from "../schema/fingerprint.ts";
import type { ObjectId } from "../schema/object-id.ts";
import type { SchemaObject } from "../schema/objects.ts";

/** An object that is on both sides and not the same. */
export interface ChangedObject {
  readonly id: ObjectId;
  readonly before: SchemaObject;
  readonly after: SchemaObject;
  /** The names of the attributes that differ, sorted. */
  readonly attributes: readonly string[];
}

/** What turns one schema into another: add, remove, set. Nothing here knows what kinds of object there are. */
export interface Difference {
  readonly added: readonly SchemaObject[];
  readonly removed: readonly SchemaObject[];
  readonly changed: readonly ChangedObject[];
}

/** Compares two schemas of the same form: both designed, or both read from catalogs. */
export function diffSchemas(before: DatabaseSchema, after: DatabaseSchema): Difference {
  const added: SchemaObject[] = [];
  const removed: SchemaObject[] = [];
  const changed: ChangedObject[] = [];
  for (const [id, object] of before.objects) {
    const now = after.objects.get(id);
    if (now === undefined) removed.push(object);
    else if (now !== object) {
      const attributes = differingAttributes(object, now);
      if (attributes.length > 0) changed.push({ id, before: object, after: now, attributes });
    }
  }
  for (const [id, object] of after.objects) if (!before.objects.has(id)) added.push(object);
  return { added, removed, changed };
}

/** Whether nothing differs. */
export const isSame = (difference: Difference): boolean =>
  difference.added.length === 0 && difference.removed.length === 0 && difference.changed.length === 0;

function differingAttributes(before: SchemaObject, after: SchemaObject): readonly string[] {
  const left = new Map<string, unknown>(Object.entries(before));
  const right = new Map<string, unknown>(Object.entries(after));
  const names = new Set([...left.keys(), ...right.keys()]);
  return [...names]
    .filter((name) => !incidentalAttributes.has(name) && !isDeepStrictEqual(left.get(name), right.get(name)))
    .sort();
}
