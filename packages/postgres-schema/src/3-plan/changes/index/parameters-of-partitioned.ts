import type { DatabaseSchema } from "../../../schema/database-schema.ts";
import { idOf, tableId } from "../../../schema/identify.ts";
import type { IndexedSchema } from "../../../schema/indexed-schema.ts";
import type { Index, SchemaObject, Setting } from "../../../schema/objects.ts";

/** A parameter of a partitioned table's index. PostgreSQL only takes it while the index is made: it is no step of its own. */
export function isOfPartitionedIndex(object: SchemaObject, { objects }: DatabaseSchema): boolean {
  if (object.kind !== "setting" || !object.attribute.startsWith("parameter ")) return false;
  const index = objects.get(object.on);
  if (index?.kind !== "index") return false;
  const table = objects.get(tableId(index.schema, index.table));
  return table?.kind === "table" && table.partitionBy !== undefined;
}

/** The parameters that an index has to be made with, in their order. */
export const parametersToMakeWith = (index: Index, schema: IndexedSchema): readonly Setting[] =>
  schema
    .attachedTo(idOf(index))
    .flatMap((object) => (object.kind === "setting" && isOfPartitionedIndex(object, schema) ? [object] : []))
    .sort((a, b) => (a.ordinal ?? 0) - (b.ordinal ?? 0));
