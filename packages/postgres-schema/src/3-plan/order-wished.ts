import { idOf } from "../schema/identify.ts";
import { kindOf, type ObjectId } from "../schema/object-id.ts";
import type { ObjectKind, SchemaObject } from "../schema/objects.ts";
import { referencesOf } from "../schema/references.ts";
import { readRoutine } from "../sql/read-routine.ts";
import type { PlanContext } from "./change-rule.ts";
import { changedAccess } from "./changed-access.ts";
import type { Step } from "./step.ts";

/** What is computed at once when it is made, by functions if need be. */
const computed: readonly string[] = [
  "materialized_view",
  "index",
  "column",
  "check",
  "exclusion",
  "domain_check",
] satisfies readonly ObjectKind[];

/** What can hold the values of a domain. */
const holding: readonly string[] = ["composite", "column", "table"] satisfies readonly ObjectKind[];

/** What a body can name. */
const nameable: readonly string[] = [
  "table",
  "column",
  "view",
  "materialized_view",
  "function",
  "sequence",
] satisfies readonly ObjectKind[];

/**
 * By step: what it had better run after, where the catalog keeps no record of that. What calls functions as it runs comes after
 * what their bodies name, and while its owner may call them; what is made on tables and of views comes before those are
 * handed over, as their new owners may have no right to it; a domain has its checks before another type holds it.
 */
export function orderWished(
  steps: readonly Step[],
  context: Pick<PlanContext, "before" | "after" | "runBy">,
): ReadonlyMap<Step, ReadonlySet<ObjectId>> {
  const access = changedAccess(steps, context);
  const made = namesOf(
    steps.flatMap(({ creates, alters }) => [...creates, ...alters.filter((id) => kindOf(id) === "function")]),
    context.after.objects,
  );
  const wishes = new Map<Step, Set<ObjectId>>();
  const wish = (step: Step, ids: Iterable<ObjectId>): void => {
    const wished = wishes.get(step) ?? new Set();
    wishes.set(step, wished);
    for (const id of ids) wished.add(id);
  };
  for (const [step, wished] of [...afterLettingGo(steps, context), ...afterChecks(steps)]) wish(step, wished);
  if (made.size === 0 && access.size === 0) return wishes;
  const reach = reachIn(context, made);
  for (const step of steps) {
    if (step.creates.length === 0 || !computed.includes(kindOf(step.subject))) continue;
    const { reached, named } = reach(step);
    wish(step, named);
    for (const id of reached) {
      const { given = [], taken = [] } = access.get(id) ?? {};
      wish(step, given);
      for (const taking of taken) wish(taking, step.creates);
    }
  }
  return wishes;
}

/** By step that makes a domain stricter: the columns and types that hold it, through others, and may let go of it before. */
function afterLettingGo(
  steps: readonly Step[],
  { before }: Pick<PlanContext, "before">,
): readonly (readonly [Step, readonly ObjectId[]])[] {
  const strict = steps.filter(
    ({ subject, creates, alters, hazards }) =>
      (kindOf(subject) === "domain_check" && creates.length > 0) ||
      (kindOf(subject) === "domain" && alters.length > 0 && hazards.includes("may_fail_on_data")),
  );
  if (strict.length === 0) return [];
  const holders = new Map<ObjectId, ObjectId[]>();
  for (const object of before.objects.values()) {
    if (!holding.includes(object.kind) && object.kind !== "domain") continue;
    for (const used of referencesOf(object)) holders.set(used, [...(holders.get(used) ?? []), idOf(object)]);
  }
  return strict.map((step) => {
    const held = new Set([step.subject, ...step.needs].filter((id) => kindOf(id) === "domain"));
    const domains = new Set(held);
    for (const id of held) for (const holder of holders.get(id) ?? []) held.add(holder);
    return [step, [...held].filter((id) => !domains.has(id))] as const;
  });
}

/** By step that makes something hold a domain: the domain's new checks, which PostgreSQL adds to none that rows hold within others. */
function afterChecks(steps: readonly Step[]): readonly (readonly [Step, readonly ObjectId[]])[] {
  const checks = new Map<ObjectId, ObjectId[]>();
  for (const { subject, creates, needs } of steps) {
    if (kindOf(subject) !== "domain_check" || creates.length === 0) continue;
    for (const id of needs) if (kindOf(id) === "domain") checks.set(id, [...(checks.get(id) ?? []), subject]);
  }
  if (checks.size === 0) return [];
  return steps.flatMap((step) => {
    const held = holding.includes(kindOf(step.subject)) ? step.needs.flatMap((id) => checks.get(id) ?? []) : [];
    return held.length === 0 ? [] : [[step, held] as const];
  });
}

type Names = ReadonlyMap<string, readonly ObjectId[]>;

/** What a step calls as it runs, and that again; and what of it is only named in bodies. */
function reachIn({ after }: Pick<PlanContext, "after">, made: Names) {
  const memory = new Map<ObjectId, readonly ObjectId[]>();
  const namedBy = (object: SchemaObject, id: ObjectId): readonly ObjectId[] => {
    if (object.kind !== "function" || made.size === 0) return [];
    const known = memory.get(id) ?? [...wordsOf(object.definition)].flatMap((word) => made.get(word) ?? []);
    memory.set(id, known);
    return known;
  };
  return (step: Step): { readonly reached: ReadonlySet<ObjectId>; readonly named: ReadonlySet<ObjectId> } => {
    const reached = new Set(step.needs);
    const named = new Set<ObjectId>();
    for (const id of reached) {
      const object = after.objects.get(id);
      if (object === undefined) continue;
      const inBody = namedBy(object, id);
      for (const other of inBody) named.add(other);
      for (const other of [...referencesOf(object), ...inBody]) reached.add(other);
    }
    return { reached, named };
  };
}

function namesOf(ids: readonly ObjectId[], objects: ReadonlyMap<ObjectId, SchemaObject>): Names {
  const named = new Map<string, ObjectId[]>();
  for (const id of ids) {
    const object = objects.get(id);
    if (object === undefined || !nameable.includes(object.kind) || !("name" in object)) continue;
    const list = named.get(object.name);
    if (list === undefined) named.set(object.name, [id]);
    else list.push(id);
  }
  return named;
}

/** The names that a function's body could mean. */
const wordsOf = (definition: string): ReadonlySet<string> =>
  new Set(readRoutine(definition)?.bodyWords.flatMap(({ kind, text }) => (kind === "string" ? [] : [text])));
