import { idOf } from "../../../schema/identify.ts";
import type { IndexedSchema } from "../../../schema/indexed-schema.ts";
import { kindOf, type ObjectId } from "../../../schema/object-id.ts";
import type { SchemaObject } from "../../../schema/objects.ts";

/** What comes and goes with an index, a key or a foreign key: what partitions have of it. */
export const partsOfPartitions = (above: ObjectId, schema: IndexedSchema): readonly ObjectId[] =>
  idsOfParts(schema.attachedTo(above));

/** What comes with a partition: what it has of those above. */
export const partsOfPartition = (table: ObjectId, schema: IndexedSchema): readonly ObjectId[] =>
  idsOfParts(schema.partsOf(table));

/**
 * What a partition has of the indexes above it, which comes before an index of its own: that would be taken for such a part if it is
 * like it, and may have the name that PostgreSQL gives to one at first.
 */
export const indexesFromAbove = (table: ObjectId, schema: IndexedSchema): readonly ObjectId[] =>
  idsOfParts(
    schema.partsOf(table).filter((part) => part.kind === "partition_part" && kindOf(part.of) !== "foreign_key"),
  );

const idsOfParts = (objects: readonly SchemaObject[]): readonly ObjectId[] =>
  objects.flatMap((object) => (object.kind === "partition_part" ? [idOf(object)] : []));
