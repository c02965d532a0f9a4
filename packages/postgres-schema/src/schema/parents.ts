import type { DatabaseSchema } from "./database-schema.ts";
import { tableId } from "./identify.ts";
import type { ObjectId } from "./object-id.ts";
import type { Table } from "./objects.ts";

/** The tables a table gets columns and constraints from. */
export const parentsOf = ({ partitionOf, inherits = [] }: Table): readonly ObjectId[] =>
  [...(partitionOf === undefined ? [] : [partitionOf]), ...inherits].map(({ schema, table }) => tableId(schema, table));

/** The tables above a table, up to those without a parent; the next ones first. */
export function tablesAbove(table: Table, schema: DatabaseSchema): ReadonlySet<ObjectId> {
  const found = new Set(parentsOf(table));
  for (const id of found) {
    const parent = schema.objects.get(id);
    if (parent?.kind === "table") for (const above of parentsOf(parent)) found.add(above);
  }
  return found;
}
