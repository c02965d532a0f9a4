import { type DatabaseSchema, objectsOfKind } from "../schema/database-schema.ts";
import { idOf, tableId } from "../schema/identify.ts";
import type { ObjectId } from "../schema/object-id.ts";
import type { Table } from "../schema/objects.ts";

/** The tables a table gets columns and constraints from. */
export const parentsOf = ({ partitionOf, inherits = [] }: Table): readonly ObjectId[] =>
  [...(partitionOf === undefined ? [] : [partitionOf]), ...inherits].map(({ schema, table }) => tableId(schema, table));

/** Children and partitions of a table, and theirs. */
export function tablesBelow(schema: DatabaseSchema, above: ObjectId): readonly Table[] {
  const children = objectsOfKind(schema, "table").filter((table) => parentsOf(table).includes(above));
  const further = children.flatMap((child) => tablesBelow(schema, idOf(child)));
  return [...new Map([...children, ...further].map((table) => [idOf(table), table])).values()];
}
