import { idOf } from "../../../schema/identify.ts";
import type { IndexedSchema } from "../../../schema/indexed-schema.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { SchemaObject } from "../../../schema/objects.ts";

/** What comes and goes with an index, a key or a foreign key: what partitions have of it. */
export const partsOfPartitions = (above: ObjectId, schema: IndexedSchema): readonly ObjectId[] =>
  idsOfParts(schema.attachedTo(above));

/** What comes with a partition: what it has of those above. */
export const partsOfPartition = (table: ObjectId, schema: IndexedSchema): readonly ObjectId[] =>
  idsOfParts(schema.partsOf(table));

const idsOfParts = (objects: readonly SchemaObject[]): readonly ObjectId[] =>
  objects.flatMap((object) => (object.kind === "partition_part" ? [idOf(object)] : []));
