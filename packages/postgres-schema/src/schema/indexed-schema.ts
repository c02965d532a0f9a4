import type { DatabaseSchema } from "./database-schema.ts";
import { domainId, tableId } from "./identify.ts";
import type { ObjectId } from "./object-id.ts";
import type { SchemaObject, Sequence } from "./objects.ts";

/** A schema whose tables know their parts. */
export interface IndexedSchema extends DatabaseSchema {
  /** What is on a table, from columns to policies, or the checks of a domain, in the order of their ids. */
  partsOf(owner: ObjectId): readonly SchemaObject[];
  /** Comments on, privileges for and settings of an object, and what partitions have of it. */
  attachedTo(object: ObjectId): readonly SchemaObject[];
  /** Sequences that belong to a column and go with it. */
  sequencesOf(column: ObjectId): readonly Sequence[];
}

/** Looks at every object once, so that what belongs to a table need not be searched for again. */
export function indexSchema(schema: DatabaseSchema): IndexedSchema {
  const parts = new Map<ObjectId, SchemaObject[]>();
  const attached = new Map<ObjectId, SchemaObject[]>();
  const sequences = new Map<ObjectId, Sequence[]>();
  const add = <T>(to: Map<ObjectId, T[]>, id: ObjectId, object: T): void => {
    const list = to.get(id);
    if (list === undefined) to.set(id, [object]);
    else list.push(object);
  };
  for (const object of schema.objects.values()) {
    if (object.kind === "partition_part") add(attached, object.of, object);
    if ("table" in object) add(parts, tableId(object.schema, object.table), object);
    else if (object.kind === "domain_check") add(parts, domainId(object.schema, object.domain), object);
    else if ("on" in object) add(attached, object.on, object);
    else if (object.kind === "sequence" && object.ownedBy !== null) add(sequences, object.ownedBy, object);
  }
  return {
    objects: schema.objects,
    partsOf: (owner) => parts.get(owner) ?? [],
    attachedTo: (object) => attached.get(object) ?? [],
    sequencesOf: (column) => sequences.get(column) ?? [],
  };
}
