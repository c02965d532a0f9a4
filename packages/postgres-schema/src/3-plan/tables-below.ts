import { type DatabaseSchema, objectsOfKind } from "../schema/database-schema.ts";
import { idOf } from "../schema/identify.ts";
import type { ObjectId } from "../schema/object-id.ts";
import type { Table } from "../schema/objects.ts";
import { parentsOf } from "../schema/parents.ts";

/** Children and partitions of a table, and theirs. */
export function tablesBelow(schema: DatabaseSchema, above: ObjectId): readonly Table[] {
  const children = objectsOfKind(schema, "table").filter((table) => parentsOf(table).includes(above));
  const further = children.flatMap((child) => tablesBelow(schema, idOf(child)));
  return [...new Map([...children, ...further].map((table) => [idOf(table), table])).values()];
}
