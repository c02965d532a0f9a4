import type { DatabaseSchema } from "../../schema/database-schema.ts";
import { tableId } from "../../schema/identify.ts";

/** Whether an object's table is there, and is no partition, parent or child: those have no such way. */
export function isPlainTable(
  schema: DatabaseSchema,
  { schema: name, table }: { readonly schema: string; readonly table: string },
): boolean {
  const found = schema.objects.get(tableId(name, table));
  return (
    found?.kind === "table" &&
    found.partitionBy === undefined &&
    found.partitionOf === undefined &&
    found.inherits === undefined
  );
}
