import { kindOf, type ObjectId } from "../schema/object-id.ts";
import type { PlanContext } from "./change-rule.ts";
import type { Step } from "./step.ts";

/** How a plan changes who may use an object. */
export interface ChangedAccess {
  /** What gives more: what uses the object as it is made comes afterwards. */
  readonly given: readonly ObjectId[];
  /** What may take some away: what uses the object as it is made comes before. */
  readonly taken: readonly Step[];
}

/**
 * By object: the rights on functions that a plan changes, and the owners of tables and views. An index calls its functions with the
 * rights of its table's owner, and a view is read with those of its own.
 */
export function changedAccess(
  steps: readonly Step[],
  context: Pick<PlanContext, "before" | "after" | "runBy">,
): ReadonlyMap<ObjectId, ChangedAccess> {
  const found = new Map<ObjectId, { readonly given: ObjectId[]; readonly taken: Step[] }>();
  for (const step of steps) {
    const change = changeOf(step, context);
    if (change === undefined) continue;
    const access = found.get(change.on) ?? { given: [], taken: [] };
    found.set(change.on, access);
    if (change.isGiven) access.given.push(step.subject);
    else access.taken.push(step);
  }
  return found;
}

function changeOf(
  { subject, drops }: Step,
  { before, after, runBy }: Pick<PlanContext, "before" | "after" | "runBy">,
): { readonly on: ObjectId; readonly isGiven: boolean } | undefined {
  const kind = kindOf(subject);
  if (kind !== "privilege" && kind !== "owner") return undefined;
  const object = after.objects.get(subject) ?? before.objects.get(subject);
  if (object?.kind === "privilege" && kindOf(object.on) === "function")
    return { on: object.on, isGiven: drops.length === 0 };
  // Who runs the plan may do all that it needs.
  if (object?.kind === "owner" && ["table", "view"].includes(kindOf(object.on)))
    return { on: object.on, isGiven: object.role === runBy };
  return undefined;
}
