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
  /** Whether it only changes, or changes all the more, since a new type takes the place of one that it is made of or holds on to. */
  readonly carried?: boolean;
  /** Tables whose rows change with it, and which other columns hold. */
  readonly rowsOf?: readonly ObjectId[];
  /** What changes while a column that holds such rows is text. */
  readonly textAround?: readonly ObjectId[];
  /** Columns of a type that are text while it is made anew, and so need not be moved to the new one. */
  readonly textMeanwhile?: readonly ObjectId[];
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

/**
 * The schema with the earlier one's own objects where nothing at all about them differs, incidental attributes neither. The two
 * are compared many times while a change is planned, and what is one object needs no comparing. Node.js says what is equal:
 * a mistake of the comparison here must not hide itself.
 */
export function shareObjects(schema: DatabaseSchema, earlier: DatabaseSchema): DatabaseSchema {
  const objects = new Map<ObjectId, SchemaObject>();
  for (const [id, object] of schema.objects) {
    const was = earlier.objects.get(id);
    objects.set(id, isDeepStrictEqual(was, object) ? (was ?? object) : object);
  }
  return { objects };
}

/** Whether nothing differs. */
export const isSame = (difference: Difference): boolean =>
  difference.added.length === 0 && difference.removed.length === 0 && difference.changed.length === 0;

function differingAttributes(before: SchemaObject, after: SchemaObject): readonly string[] {
  const left = before as object as Attributes;
  const right = after as object as Attributes;
  const differing: string[] = [];
  const compare = (name: string): void => {
    if (!incidentalAttributes.has(name) && !isSameValue(left[name], right[name])) differing.push(name);
  };
  for (const name of Object.keys(left)) compare(name);
  for (const name of Object.keys(right)) if (!(name in left)) compare(name);
  return differing.sort();
}

type Attributes = Readonly<Record<string, unknown>>;

// Most values are words, and most objects are as they were: what is the same at a glance is not looked into.
function isSameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object") return false;
  if (Array.isArray(left) && Array.isArray(right))
    return left.length === right.length && left.every((value, index) => isSameValue(value, right[index]));
  return isDeepStrictEqual(left, right);
}
