import { isKind } from "../../../schema/database-schema.ts";
import { idOf, tableId } from "../../../schema/identify.ts";
import { attachedId, type ObjectId } from "../../../schema/object-id.ts";
import type { Index } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { qualified } from "../../../sql/identifier.ts";
import { nothing, sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { createStep, dropStep, type Hazard, type Step } from "../../step.ts";
import { constraintOf } from "../constraint/constraint-of-index.ts";
import { partsOfPartitions } from "../partition-part/parts-of-partitions.ts";
import { indexDefinition } from "./index-definition.ts";

export const createIndex = (index: Index, context: PlanContext): readonly Step[] => {
  const { concurrently } = context;
  return [
    createStep(idOf(index), indexDefinition(index, context), {
      lock: concurrently ? "share_update_exclusive" : "share",
      hazards: [...(concurrently ? [] : blocking), ...(index.unique ? (["may_fail_on_data"] as const) : [])],
      transactional: !concurrently,
      creates: partsOfPartitions(idOf(index), context.after),
      needs: [...referencesOf(index), ...indexesOfParents(index, context)],
      // Another access method of its table would build it anew.
      expects: [attachedId("setting", tableId(index.schema, index.table), "access_method")],
    }),
  ];
};

/** An index that is there already becomes the part of a new one on the parent, if it is like it: it is to stand by itself. */
function indexesOfParents({ schema, table }: Index, { after }: PlanContext): readonly ObjectId[] {
  const found: ObjectId[] = [];
  for (let on = after.objects.get(tableId(schema, table)); on !== undefined && isKind(on, "table"); ) {
    if (on.partitionOf === undefined) break;
    const parent = tableId(on.partitionOf.schema, on.partitionOf.table);
    found.push(
      ...after
        .partsOf(parent)
        .filter(({ kind }) => indexedKinds.has(kind))
        .map(idOf),
    );
    on = after.objects.get(parent);
  }
  return found;
}

const indexedKinds: ReadonlySet<string> = new Set(["index", "primary_key", "unique"]);

const blocking: readonly Hazard[] = ["blocks_writes"];

/** Drops an index, unless it goes on as that of a constraint. */
export const dropIndex = (index: Index, context: PlanContext): readonly Step[] =>
  constraintOf(index, context) !== undefined
    ? []
    : [
        dropStep(
          idOf(index),
          sql`DROP INDEX ${context.concurrently ? sql`CONCURRENTLY ` : nothing}${qualified(index.schema, index.name)}`,
          {
            lock: context.concurrently ? "share_update_exclusive" : "access_exclusive",
            transactional: !context.concurrently,
            drops: partsOfPartitions(idOf(index), context.before),
            releases: referencesOf(index),
          },
        ),
      ];
