import type { IntrospectedSchema } from "./1-introspect/collect-objects.ts";
import type { UnmodelledObject } from "./1-introspect/introspect-unmodelled.ts";
import { indexesAlikeButForOrder } from "./3-plan/changes/index/alike-but-for-order.ts";
import { privilegesInRings } from "./3-plan/changes/privilege/privileges-in-rings.ts";
import { checksOfParentsAlone } from "./3-plan/changes/table/checks-of-parents.ts";
import { columnsByPlace, type UseByPlace } from "./3-plan/changes/table/columns-by-place.ts";
import { columnsOfOneOwner, columnsOfParentsAlone } from "./3-plan/changes/table/columns-of-parents.ts";
import { movedColumns } from "./3-plan/changes/table/moved-columns.ts";
import { changedAroundRows } from "./3-plan/changes/type/changed-around-rows.ts";
import { rewrittenWhileHeld } from "./3-plan/changes/type/rewritten-while-held.ts";
import { type Plan, type PlanOptions, planMigration } from "./3-plan/plan-migration.ts";
import { type AppliedRenames, applyRenames } from "./3-plan/renames/apply-renames.ts";
import type { DatabaseSchema } from "./schema/database-schema.ts";
import { idOf } from "./schema/identify.ts";
import { nameOf, type ObjectId } from "./schema/object-id.ts";

/** Something on either side that a plan can neither compare nor change. */
export interface Refusal extends UnmodelledObject {
  readonly side: "before" | "after" | "both";
}

/** A plan, or all the reasons why there is none. */
export type PlanResult =
  | { readonly status: "planned"; readonly plan: Plan }
  | { readonly status: "refused"; readonly refusals: readonly Refusal[] };

/**
 * Plans the steps between two schemas as they stand in databases. Where one of them holds what a DatabaseSchema cannot
 * say, a plan would pass it by in silence, so there is none: the result names each such object. Whoever knows that they
 * do not matter takes `planMigration` with the two schemas.
 */
export function planBetweenCatalogs(
  before: IntrospectedSchema,
  after: IntrospectedSchema,
  options: PlanOptions,
): PlanResult {
  const renamed = applyRenames(before.schema, after.schema, options.renames ?? []);
  const start = { ...before, schema: renamed.schema };
  const refusals = [...refusalsOf(before.unmodelled, after.unmodelled), ...outOfReach(start, after)];
  if (refusals.length > 0) return { status: "refused", refusals };
  const plan = planMigration(before.schema, after.schema, options);
  const byPlace = usesByPlace(renamed, after.schema, plan).map(refuseUseByPlace);
  return byPlace.length > 0 ? { status: "refused", refusals: byPlace } : { status: "planned", plan };
}

/** What takes one column for another in a table that has them in other places. */
const usesByPlace = (
  { schema: before, renames }: AppliedRenames,
  after: DatabaseSchema,
  { steps }: Plan,
): readonly UseByPlace[] => columnsByPlace(after, movedColumns({ before, after }, steps, renames));

function refuseUseByPlace({ use, table, there, built, object }: UseByPlace): Refusal {
  const place = there.findIndex((name, index) => name !== built[index]);
  const [here, elsewhere] = [there[place], built[place]];
  const what = `${use} by place, while ${nameOf(idOf(table))} has ${here} where a new one has ${elsewhere} (write its columns in its order, or use them by name), in the ${object.kind.replaceAll("_", " ")}`;
  return { what, name: nameOf(idOf(object)), side: "after" };
}

/** What there is no statement for. */
const outOfReach = (
  { schema: before }: IntrospectedSchema,
  { schema: after }: IntrospectedSchema,
): readonly Refusal[] => [
  ...columnsOfParentsAlone(before, after).map(
    refusedFor("column that a table is to have from a parent alone, which it only joins"),
  ),
  ...checksOfParentsAlone(before, after).map(
    refusedFor("check that a table is to have from a parent alone, which it only joins"),
  ),
  ...indexesAlikeButForOrder(before, after).map(
    refusedFor("index that is as another one but for its order, while a partition joins them"),
  ),
  ...columnsOfOneOwner(before, after).map(
    refusedFor("column that is a table's own on one side alone, while its parent has it on both"),
  ),
  ...privilegesInRings(before, after).map(
    refusedFor("privileges that roles have from each other in a ring, given or taken at once,"),
  ),
  ...changedAroundRows(before, after).map(
    refusedFor("type that holds another one which changes together with the rows of a table within it"),
  ),
  ...rewrittenWhileHeld(before, after).map(
    refusedFor("change that writes every row of a table anew, while another column holds rows of it"),
  ),
];

const refusedFor =
  (what: string) =>
  (id: ObjectId): Refusal => ({ what, name: nameOf(id), side: "after" });

function refusalsOf(before: readonly UnmodelledObject[], after: readonly UnmodelledObject[]): readonly Refusal[] {
  const found = new Map<string, Refusal>();
  const keyOf = ({ what, name }: UnmodelledObject): string => JSON.stringify([what, name]);
  for (const object of before) found.set(keyOf(object), { ...object, side: "before" });
  for (const object of after)
    found.set(keyOf(object), { ...object, side: found.has(keyOf(object)) ? "both" : "after" });
  return [...found.values()];
}
