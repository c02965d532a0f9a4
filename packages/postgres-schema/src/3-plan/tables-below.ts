import { type DatabaseSchema, objectsOfKind } from "../schema/database-schema.ts";
import { idOf } from "../schema/identify.ts";
import type { ObjectId } from "../schema/object-id.ts";
import type { Table } from "../schema/objects.ts";
import { parentsOf } from "../schema/parents.ts";

type Children = ReadonlyMap<ObjectId, readonly Table[]>;

/** Who is below whom is asked of each column of a schema, and found once: what a schema holds never changes. */
const known = new WeakMap<DatabaseSchema["objects"], Children>();

/** Children and partitions of a table. */
export function childrenOf(schema: DatabaseSchema, above: ObjectId): readonly Table[] {
  let children = known.get(schema.objects);
  if (children === undefined) {
    children = findChildren(schema);
    known.set(schema.objects, children);
  }
  return children.get(above) ?? [];
}

function findChildren(schema: DatabaseSchema): Children {
  const children = new Map<ObjectId, Table[]>();
  for (const table of objectsOfKind(schema, "table"))
    for (const parent of parentsOf(table)) {
      const siblings = children.get(parent);
      if (siblings === undefined) children.set(parent, [table]);
      else siblings.push(table);
    }
  return children;
}

/** Children and partitions of a table, and theirs. */
export function tablesBelow(schema: DatabaseSchema, above: ObjectId): readonly Table[] {
  const children = childrenOf(schema, above);
  const further = children.flatMap((child) => tablesBelow(schema, idOf(child)));
  return [...new Map([...children, ...further].map((table) => [idOf(table), table])).values()];
}

/** Whether rows of a table are elsewhere: it is a foreign one, or one below it is. */
export function hasForeignRows(schema: DatabaseSchema, id: ObjectId): boolean {
  const table = schema.objects.get(id);
  if (table?.kind !== "table") return false;
  return [table, ...tablesBelow(schema, id)].some(({ foreignServer }) => foreignServer !== undefined);
}
