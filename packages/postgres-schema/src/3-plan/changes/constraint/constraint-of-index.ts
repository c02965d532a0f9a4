import { idOf, tableId } from "../../../schema/identify.ts";
import { objectId } from "../../../schema/object-id.ts";
import type { Index, Unique } from "../../../schema/objects.ts";
import type { PlanContext } from "../../change-rule.ts";

/**
 * The unique constraint that an index becomes: one of its name, on the same columns. PostgreSQL takes an index over without
 * looking at a row, so one that was built while others wrote is worth waiting for.
 */
export function constraintOf(index: Index, { before, after }: PlanContext): Unique | undefined {
  const constraint = after.objects.get(objectId("unique", index.schema, index.table, index.name));
  if (constraint?.kind !== "unique" || before.objects.has(idOf(constraint))) return undefined;
  // A comment on the index would stay with it.
  return isIndexOf(index, constraint) && before.attachedTo(idOf(index)).length === 0 ? constraint : undefined;
}

/** The index that becomes a constraint. */
export function indexOf(constraint: Unique, context: PlanContext): Index | undefined {
  const index = context.before.objects.get(objectId("index", constraint.schema, constraint.name));
  if (index?.kind !== "index" || context.after.objects.has(idOf(index))) return undefined;
  return constraintOf(index, context) === undefined ? undefined : index;
}

const isIndexOf = (index: Index, constraint: Unique): boolean =>
  tableId(index.schema, index.table) === tableId(constraint.schema, constraint.table) &&
  index.unique &&
  index.valid &&
  index.method === "btree" &&
  index.where === null &&
  constraint.period === undefined &&
  index.nullsNotDistinct === constraint.nullsNotDistinct &&
  sameNames(index.include, constraint.include ?? []) &&
  index.keys.every(isPlain) &&
  sameNames(
    index.keys.map(({ column }) => column),
    constraint.columns,
  );

const isPlain = (key: Index["keys"][number]): boolean =>
  !key.descending && !key.nullsFirst && key.operatorClass === null && key.collation === null;

const sameNames = (one: readonly (string | null)[], other: readonly (string | null)[]): boolean =>
  one.length === other.length && one.every((name, place) => name === other[place]);
