import { kindOf, type ObjectId } from "../schema/object-id.ts";
import type { ObjectKind, SchemaObject } from "../schema/objects.ts";
import { referencesOf } from "../schema/references.ts";
import { readRoutine } from "../sql/read-routine.ts";
import type { PlanContext } from "./change-rule.ts";
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
 * By step that calls functions as it runs: what their bodies name, and the bodies of those again, of what the plan makes or
 * functions that it changes. PostgreSQL keeps a body as a string, and no record of what it names. A word may be something
 * else by the same name, so this is a wish where steps are ordered, not a need.
 */
export function namedInBodies(
  steps: readonly Step[],
  { after }: Pick<PlanContext, "after">,
): ReadonlyMap<Step, readonly ObjectId[]> {
  const made = namesOf(
    steps.flatMap(({ creates, alters }) => [...creates, ...alters.filter((id) => kindOf(id) === "function")]),
    after.objects,
  );
  if (made.size === 0) return new Map();
  const memory = new Map<ObjectId, readonly ObjectId[]>();
  const named = (object: SchemaObject, id: ObjectId): readonly ObjectId[] => {
    if (object.kind !== "function") return [];
    const known = memory.get(id) ?? [...wordsOf(object.definition)].flatMap((word) => made.get(word) ?? []);
    memory.set(id, known);
    return known;
  };
  const runs = steps.filter(({ subject, creates }) => creates.length > 0 && computed.includes(kindOf(subject)));
  const found = runs.map((step): [Step, readonly ObjectId[]] => {
    const reached = new Set(step.needs);
    const wanted = new Set<ObjectId>();
    for (const id of reached) {
      const object = after.objects.get(id);
      if (object === undefined) continue;
      for (const other of named(object, id)) wanted.add(other);
      for (const other of [...referencesOf(object), ...named(object, id)]) reached.add(other);
    }
    return [step, [...wanted]];
  });
  return new Map(found.filter(([, wanted]) => wanted.length > 0));
}

function namesOf(
  ids: readonly ObjectId[],
  objects: ReadonlyMap<ObjectId, SchemaObject>,
): ReadonlyMap<string, readonly ObjectId[]> {
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
