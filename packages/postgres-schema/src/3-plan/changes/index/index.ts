import { idOf, tableId } from "../../../schema/identify.ts";
import { attachedId } from "../../../schema/object-id.ts";
import type { Index } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { qualified } from "../../../sql/identifier.ts";
import { nothing, sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { createStep, dropStep, type Hazard, type Step } from "../../step.ts";
import { constraintOf } from "../constraint/constraint-of-index.ts";
import { indexesFromAbove, partsOfPartitions } from "../partition-part/parts-of-partitions.ts";
import { indexDefinition } from "./index-definition.ts";

export const createIndex = (index: Index, context: PlanContext): readonly Step[] => {
  const { concurrently } = context;
  return [
    createStep(idOf(index), indexDefinition(index, context), {
      lock: concurrently ? "share_update_exclusive" : "share",
      hazards: [...(concurrently ? [] : blocking), ...(index.unique ? (["may_fail_on_data"] as const) : [])],
      transactional: !concurrently,
      creates: partsOfPartitions(idOf(index), context.after),
      needs: [...referencesOf(index), ...indexesFromAbove(tableId(index.schema, index.table), context.after)],
      // Another access method of its table would build it anew.
      expects: [attachedId("setting", tableId(index.schema, index.table), "access_method")],
    }),
  ];
};

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
