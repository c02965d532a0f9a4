import { idOf } from "../schema/identify.ts";
import { kindOf, type ObjectId } from "../schema/object-id.ts";
import type { ObjectKind } from "../schema/objects.ts";
import { referencesOf } from "../schema/references.ts";
import type { PlanContext } from "./change-rule.ts";
import type { Step } from "./step.ts";

type Wishes = readonly (readonly [Step, readonly ObjectId[]])[];

type Sides = Pick<PlanContext, "before" | "after">;

/** What can hold the values of a domain. */
const holding: readonly string[] = ["composite", "column", "table"] satisfies readonly ObjectKind[];

/**
 * What had better run after what where domains become stricter: PostgreSQL adds no condition to a domain that rows hold
 * within other values, and the rows may break it that let go of the domain.
 */
export function wishesOfDomains(steps: readonly Step[], sides: Sides): Wishes {
  const strict = steps.flatMap((step) => {
    const { subject, hazards, needs } = step;
    const isOfDomain = kindOf(subject) === "domain_check" || kindOf(subject) === "domain";
    return isOfDomain && hazards.includes("may_fail_on_data")
      ? [{ step, domains: [subject, ...needs].filter((id) => kindOf(id) === "domain") }]
      : [];
  });
  return strict.length === 0
    ? []
    : [...afterLettingGo(strict, { steps, sides }), ...afterConditions(strict, { steps, sides })];
}

interface Strict {
  readonly step: Step;
  readonly domains: readonly ObjectId[];
}

/**
 * By step that makes a domain stricter: the columns and types that hold it, through others, and may let go of it before. A
 * column that is of the domain itself, and is to hold it within other values, waits for it instead, as does what is made anew.
 */
function afterLettingGo(
  strict: readonly Strict[],
  { steps, sides: { before, after } }: { readonly steps: readonly Step[]; readonly sides: Sides },
): Wishes {
  const made = new Set(steps.flatMap(({ creates }) => creates));
  const [holders, later] = [holdersIn(before), holdersIn(after)];
  return strict.map(({ step, domains }) => {
    const stillHeld = reachedFrom(domains, later);
    const waits = (id: ObjectId): boolean => stillHeld.has(id) && !isWithin(id, before) && isWithin(id, after);
    const held = [...reachedFrom(domains, holders)].filter(
      (id) => !domains.includes(id) && !made.has(id) && !waits(id),
    );
    return [step, held] as const;
  });
}

/** By step that makes something hold a domain within other values, through others: what makes the domain stricter. */
function afterConditions(
  strict: readonly Strict[],
  { steps, sides }: { readonly steps: readonly Step[]; readonly sides: Sides },
): Wishes {
  const conditions = new Map<ObjectId, ObjectId[]>();
  const holders = holdersIn(sides.after);
  for (const { step, domains } of strict)
    for (const id of reachedFrom(domains, holders)) conditions.set(id, [...(conditions.get(id) ?? []), step.subject]);
  return steps.flatMap((step) => {
    if (!holding.includes(kindOf(step.subject)) || !isWithin(step.subject, sides.after)) return [];
    const held = step.needs.flatMap((id) => conditions.get(id) ?? []);
    return held.length === 0 ? [] : [[step, held] as const];
  });
}

/** By type: what can hold its values, or is a domain over it. */
function holdersIn({ objects }: Sides["before"]): ReadonlyMap<ObjectId, readonly ObjectId[]> {
  const holders = new Map<ObjectId, ObjectId[]>();
  for (const object of objects.values()) {
    if (!holding.includes(object.kind) && object.kind !== "domain") continue;
    for (const used of referencesOf(object)) holders.set(used, [...(holders.get(used) ?? []), idOf(object)]);
  }
  return holders;
}

function reachedFrom(ids: readonly ObjectId[], holders: ReadonlyMap<ObjectId, readonly ObjectId[]>): Set<ObjectId> {
  const reached = new Set(ids);
  for (const id of reached) for (const holder of holders.get(id) ?? []) reached.add(holder);
  return reached;
}

/** Whether what holds a type holds it within another one. A column of a domain holds it by itself. */
function isWithin(id: ObjectId, { objects }: Sides["before"]): boolean {
  const holder = objects.get(id);
  if (holder?.kind !== "column") return true;
  return holder.type.endsWith("[]") || holder.typeObject === null || kindOf(holder.typeObject) !== "domain";
}
