import type { DatabaseSchema } from "../../../schema/database-schema.ts";
import { tableId } from "../../../schema/identify.ts";
import { attachedId, type ObjectId } from "../../../schema/object-id.ts";

/** The role that owns an object, where owners count. */
export function roleOf(on: ObjectId, schema: DatabaseSchema): string | undefined {
  const owner = schema.objects.get(attachedId("owner", heldBy(on, schema)));
  return owner?.kind === "owner" ? owner.role : undefined;
}

/** What an object has its owner from: a sequence of a column from that column's table, all others have their own. */
export function heldBy(on: ObjectId, schema: DatabaseSchema): ObjectId {
  const object = schema.objects.get(on);
  const column =
    object?.kind === "sequence" && object.ownedBy !== null ? schema.objects.get(object.ownedBy) : undefined;
  return column?.kind === "column" ? tableId(column.schema, column.table) : on;
}
