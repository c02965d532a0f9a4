import { columnId, type Difference, type ObjectOf, objectId, tableId } from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import type { Design, DesignResult } from "../1-design/design.ts";
import {
  columnTypeNarrowed,
  enumValueRemoved,
  fieldBecameRequired,
  requiredFieldWithoutValue,
} from "../diagnostics.ts";
import { findLookAlikes } from "./find-look-alikes.ts";
import { isWidening } from "./is-widening.ts";
import { removedEnumValues } from "./removed-enum-values.ts";

export interface GuardedChange {
  readonly difference: Difference;
  readonly designed: DesignResult;
  /** Null for the first iteration, which can break nothing. */
  readonly previous: Design | null;
}

/**
 * Changes that rows or running code may not survive and that the model has no word for yet: each with the line to add.
 * They stop the run before anything is written.
 */
export function findBreakingChanges(change: GuardedChange): readonly Diagnostic[] {
  if (change.previous === null) return [];
  return [
    ...requiredWithoutValue(change),
    ...becameRequired(change),
    ...narrowedTypes(change),
    ...removedEnumValues(change.previous, change.designed).map(({ column, values }) =>
      enumValueRemoved(column, values, change.designed.design.origins[column]),
    ),
    ...findLookAlikes(change),
  ];
}

function requiredWithoutValue({ difference, designed }: GuardedChange): readonly Diagnostic[] {
  const newTables = new Set(
    difference.added.flatMap((object) => (object.kind === "table" ? [tableId(object.schema, object.name)] : [])),
  );
  return difference.added.flatMap((object) => {
    if (object.kind !== "column" || object.nullable || object.identity !== null || object.generated !== null) return [];
    if (newTables.has(tableId(object.schema, object.table)) || hasValue(object, designed)) return [];
    return [requiredFieldWithoutValue(idOfColumn(object), designed.design.origins[idOfColumn(object)])];
  });
}

function becameRequired({ difference, designed }: GuardedChange): readonly Diagnostic[] {
  return difference.changed.flatMap(({ id, after, attributes }) =>
    after.kind === "column" && attributes.includes("nullable") && !after.nullable && !designed.backfills.has(id)
      ? [fieldBecameRequired(id, designed.design.origins[id])]
      : [],
  );
}

function narrowedTypes({ difference, designed }: GuardedChange): readonly Diagnostic[] {
  return difference.changed.flatMap(({ id, before, after, attributes }) => {
    if (before.kind !== "column" || after.kind !== "column" || !attributes.includes("type")) return [];
    if (isWidening(before.type, after.type) || designed.conversions.has(id)) return [];
    return [columnTypeNarrowed(id, { from: before.type, to: after.type }, designed.design.origins[id])];
  });
}

const hasValue = (column: ObjectOf<"column">, { schema, backfills }: DesignResult): boolean =>
  backfills.has(idOfColumn(column)) ||
  schema.objects.has(objectId("default", column.schema, column.table, column.name));

const idOfColumn = (column: ObjectOf<"column">) => columnId(column.schema, column.table, column.name);
