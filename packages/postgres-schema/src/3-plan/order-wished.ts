import { kindOf, type ObjectId } from "../schema/object-id.ts";
import type { ObjectKind, SchemaObject } from "../schema/objects.ts";
import { referencesOf } from "../schema/references.ts";
import { readRoutine } from "../sql/read-routine.ts";
import type { PlanContext } from "./change-rule.ts";
import { changedAccess } from "./changed-access.ts";
import type { Step } from "./step.ts";
import { wishesOfDomains } from "./wishes-of-domains.ts";

/** What is computed at once when it is made, by functions if need be. */
const computed: readonly string[] = [
  "materialized_view",
  "index",
  "column",
  "check",
  "exclusion",
  "domain_check",
] satisfies readonly ObjectKind[];

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
  for (const [step, wished] of wishesOfDomains(steps, context)) wish(step, wished);
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
