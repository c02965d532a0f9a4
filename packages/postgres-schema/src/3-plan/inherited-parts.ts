import type { ChangedObject } from "../2-diff/diff-schemas.ts";
import { isKind } from "../schema/database-schema.ts";
import { idOf, tableId } from "../schema/identify.ts";
import type { IndexedSchema } from "../schema/indexed-schema.ts";
import type { ObjectId } from "../schema/object-id.ts";
import type { SchemaObject, Table } from "../schema/objects.ts";
import type { PlanContext } from "./change-rule.ts";

/**
 * Parts of a table that are only an object on one side, since on the other the table has them from its parent: attaching
 * and detaching make them so without a step.
 */
export function inheritedParts(
  changed: readonly ChangedObject[],
  { before, after }: PlanContext,
): ReadonlySet<ObjectId> {
  const parts = new Set<ObjectId>();
  for (const { before: from, after: to } of changed) {
    if (!isKind(from, "table") || !isKind(to, "table")) continue;
    for (const id of taken(to, from, before, after)) parts.add(id);
    for (const id of taken(from, to, after, before)) parts.add(id);
  }
  return parts;
}

/** What stands by itself in `alone` and comes from the parents of `child` in the other schema. */
function taken(child: Table, alone: Table, own: IndexedSchema, parental: IndexedSchema): readonly ObjectId[] {
  const kept = new Set(parentsOf(alone));
  const inherited = new Set(
    parentsOf(child)
      .filter((parent) => !kept.has(parent))
      .flatMap((parent) => parental.partsOf(parent).map(nameless)),
  );
  if (inherited.size === 0) return [];
  return own
    .partsOf(idOf(alone))
    .filter((part) => inherited.has(nameless(part)) && !parental.objects.has(idOf(part)))
    .map(idOf);
}

const parentsOf = ({ partitionOf, inherits = [] }: Table): readonly ObjectId[] =>
  [...(partitionOf === undefined ? [] : [partitionOf]), ...inherits].map(({ schema, table }) => tableId(schema, table));

/** What makes a part the same one on a parent and on a child: a column's name, a key's columns, a condition. */
function nameless(part: SchemaObject): string {
  switch (part.kind) {
    case "column":
      return JSON.stringify([part.kind, part.name]);
    case "default":
      return JSON.stringify([part.kind, part.column]);
    case "primary_key":
    case "unique":
      return JSON.stringify([part.kind, part.columns]);
    case "index":
      return JSON.stringify([part.kind, part.keys, part.where]);
    case "check":
      return JSON.stringify([part.kind, part.expression]);
    case "foreign_key":
      return JSON.stringify([part.kind, part.columns, part.references]);
    default:
      return idOf(part);
  }
}
