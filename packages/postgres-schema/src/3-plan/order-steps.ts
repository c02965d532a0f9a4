import type { ObjectId } from "../schema/object-id.ts";
import { kindOf } from "../schema/object-id.ts";
import type { ObjectKind } from "../schema/objects.ts";
import type { Step } from "./step.ts";

/**
 * Puts steps in an order in which each can run. `changes` are lists of steps that keep their order among themselves.
 * Between steps that do not depend on each other, what ends the transaction comes first, when there is least to keep, then
 * takings before makings, then the order of kinds, then ids: the same changes always give the same migration. A cycle is a mistake in a rule, so it throws, with its path.
 * `wishes` are what a step had better run after, where that makes no cycle.
 */
export function orderSteps(
  changes: readonly (readonly Step[])[],
  wishes: ReadonlyMap<Step, Iterable<ObjectId>> = new Map(),
): readonly Step[] {
  const steps = changes.flat();
  // Most changes of an object are nothing to who used it before: where all cannot be had, that it is there comes first.
  for (const alteredBy of ["connect", "connectUnlessCycle"] as const) {
    const ordered = sorted(steps, connected(changes, wishes, alteredBy));
    if (ordered.length === steps.length) return ordered;
  }
  const path = cyclePath(steps, connected(changes, wishes, "connect"));
  throw new Error(`the steps of a migration wait for each other: ${path}`);
}

/** The steps with what each comes before; `alteredBy` is how what alters an object is tied to what uses it. */
function connected(
  changes: readonly (readonly Step[])[],
  wishes: ReadonlyMap<Step, Iterable<ObjectId>>,
  alteredBy: "connect" | "connectUnlessCycle",
): Graph {
  const steps = changes.flat();
  const graph = graphOf(steps.length);
  connectByObjects(steps, graph.connect);
  connectWithinChanges(changes, graph.connect);
  connectAltered(steps, graph[alteredBy]);
  connectByNames(steps, graph.connectUnlessCycle);
  for (const [index, other] of wishedFor(steps, wishes)) graph.connectUnlessCycle(other, index);
  return graph;
}

type Connect = (first: number, second: number) => void;

/** Which steps follow on which, by their indexes. */
interface Graph {
  readonly followers: readonly Set<number>[];
  /** How many come before each. */
  readonly predecessors: readonly number[];
  readonly connect: Connect;
  readonly connectUnlessCycle: Connect;
}

function graphOf(size: number): Graph {
  const followers = Array.from({ length: size }, () => new Set<number>());
  const predecessors = new Array<number>(size).fill(0);
  const connect: Connect = (first, second) => {
    if (first === second || followers[first]?.has(second)) return;
    followers[first]?.add(second);
    predecessors[second] = (predecessors[second] ?? 0) + 1;
  };
  const connectUnlessCycle: Connect = (first, second) => {
    if (!followers[first]?.has(second) && !reaches(followers, second, first)) connect(first, second);
  };
  return { followers, predecessors, connect, connectUnlessCycle };
}

/** The steps in their order, without those of cycles and what comes after them. */
function sorted(steps: readonly Step[], { followers, predecessors }: Graph): readonly Step[] {
  const waitsFor = [...predecessors];
  const rank = ranks(steps);
  const ready = steps
    .flatMap((_, index) => (waitsFor[index] === 0 ? [index] : []))
    .sort((a, b) => at(rank, b) - at(rank, a));
  const ordered: number[] = [];
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    ordered.push(next);
    for (const follower of followers[next] ?? []) {
      waitsFor[follower] = at(waitsFor, follower) - 1;
      if (waitsFor[follower] === 0) insertByRank(ready, follower, rank);
    }
  }
  return ordered.flatMap((index) => steps[index] ?? []);
}

/** What is there when a step needs it, and is gone when another takes its place. */
function connectByObjects(steps: readonly Step[], connect: Connect): void {
  const creators = indexBy(steps, (step) => step.creates);
  const droppers = indexBy(steps, (step) => step.drops);
  const none: readonly number[] = [];
  for (const [index, step] of steps.entries()) {
    for (const id of [...step.needs, ...step.expects])
      for (const other of creators.get(id) ?? none) connect(other, index);
    for (const id of step.releases) for (const other of droppers.get(id) ?? none) connect(index, other);
    for (const id of step.creates) for (const other of droppers.get(id) ?? none) connect(other, index);
    for (const id of step.alters) for (const other of creators.get(id) ?? none) connect(other, index);
  }
}

/** What a step needs is changed before it, and what it lets go of, after it. */
function connectAltered(steps: readonly Step[], connect: Connect): void {
  const alterers = indexBy(steps, (step) => step.alters);
  for (const [index, { needs }] of steps.entries())
    for (const id of needs) for (const other of alterers.get(id) ?? []) connect(other, index);
  for (const [index, { releases }] of steps.entries())
    for (const id of releases) for (const other of alterers.get(id) ?? []) connect(index, other);
}

/** A name is free when another object takes it. */
function connectByNames(steps: readonly Step[], connect: Connect): void {
  const named = (ids: readonly ObjectId[]): readonly string[] => ids.flatMap((id) => sharedNameIn(id) ?? []);
  const droppers = indexBy(steps, ({ drops }) => named(drops));
  if (droppers.size === 0) return;
  for (const [index, { creates }] of steps.entries())
    for (const name of named(creates)) for (const other of droppers.get(name) ?? []) connect(other, index);
}

/** Kinds that share the names of a schema. A table's rows are of a type of its name, and a key has an index of its own. */
const sharingNames: readonly string[] = [
  "table",
  "view",
  "materialized_view",
  "sequence",
  "index",
  "primary_key",
  "unique",
  "exclusion",
  "composite",
  "enum",
  "domain",
  "range",
] satisfies readonly ObjectKind[];

/** The schema and the name in an id, of what shares the names of its schema. */
function sharedNameIn(id: ObjectId): string | undefined {
  const kind = kindOf(id);
  if (!sharingNames.includes(kind)) return undefined;
  const names = id.slice(kind.length + 1).split(".");
  return `${names[0]}.${names.at(-1)}`;
}

function connectWithinChanges(changes: readonly (readonly Step[])[], connect: Connect): void {
  let index = 0;
  for (const change of changes) {
    for (let place = 1; place < change.length; place++) connect(index + place - 1, index + place);
    index += change.length;
  }
}

/** By index: a step, and one that it had better run after. */
function wishedFor(
  steps: readonly Step[],
  wishes: ReadonlyMap<Step, Iterable<ObjectId>>,
): readonly (readonly [number, number])[] {
  if (wishes.size === 0) return [];
  const makers = indexBy(steps, ({ creates, alters }) => [...creates, ...alters]);
  return steps.flatMap((step, index) =>
    [...(wishes.get(step) ?? [])].flatMap((id) => (makers.get(id) ?? []).map((other) => [index, other] as const)),
  );
}

function reaches(followers: readonly ReadonlySet<number>[], from: number, to: number): boolean {
  const reached = new Set([from]);
  for (const index of reached) for (const follower of followers[index] ?? []) reached.add(follower);
  return reached.has(to);
}

function indexBy<Key extends string>(
  steps: readonly Step[],
  keysOf: (step: Step) => readonly Key[],
): ReadonlyMap<Key, readonly number[]> {
  const found = new Map<Key, number[]>();
  for (const [index, step] of steps.entries())
    for (const key of keysOf(step)) {
      const list = found.get(key);
      if (list === undefined) found.set(key, [index]);
      else list.push(index);
    }
  return found;
}

const kindsInOrder = [
  "schema",
  "extension",
  "access_method",
  "collation",
  "enum",
  "composite",
  // A body may call any function, and is only asked for when something that uses it is made.
  "function",
  "aggregate",
  "range",
  "domain",
  "domain_check",
  "cast",
  "operator",
  "operator_family",
  "operator_class",
  "conversion",
  "text_search_parser",
  "text_search_template",
  "text_search_dictionary",
  "text_search_configuration",
  "foreign_data_wrapper",
  "foreign_server",
  "user_mapping",
  "sequence",
  "table",
  "column",
  "inherited_column",
  "not_null",
  "default",
  "primary_key",
  "unique",
  "check",
  "exclusion",
  "index",
  "statistics",
  "foreign_key",
  "partition_part",
  "view",
  "materialized_view",
  "rule",
  "trigger",
  "policy",
  "publication",
  "owner",
  "privilege",
  "comment",
  "setting",
  // Last: it would see the plan's own steps.
  "event_trigger",
  // Last: they are for what comes after the plan.
  "default_privilege",
] satisfies readonly ObjectKind[];

/** Each step's place where nothing but habit decides: a dense number, smaller first. */
function ranks(steps: readonly Step[]): readonly number[] {
  const keys = steps.map((step, index) => {
    const kind = (kindsInOrder as readonly string[]).indexOf(kindOf(step.subject));
    const drops = step.drops.length > 0;
    return { index, phase: step.transactional ? (drops ? -kind : kind + 1) : -Infinity, id: step.subject };
  });
  keys.sort((a, b) => a.phase - b.phase || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.index - b.index));
  const rank = new Array<number>(steps.length);
  for (const [place, { index }] of keys.entries()) rank[index] = place;
  return rank;
}

/** Keeps `ready` sorted with the smallest rank at its end. */
function insertByRank(ready: number[], step: number, rank: readonly number[]): void {
  let low = 0;
  let high = ready.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(rank, at(ready, middle)) > at(rank, step)) low = middle + 1;
    else high = middle;
  }
  ready.splice(low, 0, step);
}

function at(numbers: readonly number[], index: number): number {
  const number = numbers[index];
  if (number === undefined) throw new Error(`no number at ${index}`);
  return number;
}

function cyclePath(steps: readonly Step[], { followers, predecessors }: Graph): string {
  const waitsFor = [...predecessors];
  for (let done = waitsFor.indexOf(0); done >= 0; done = waitsFor.indexOf(0)) {
    waitsFor[done] = -1;
    for (const follower of followers[done] ?? []) waitsFor[follower] = at(waitsFor, follower) - 1;
  }
  const path: number[] = [];
  let current = waitsFor.findIndex((count) => count > 0);
  while (current >= 0 && !path.includes(current)) {
    path.push(current);
    // Going backwards from a step that waits always leads into the cycle.
    current = followers.findIndex((set, index) => (waitsFor[index] ?? 0) > 0 && set.has(current));
  }
  return [...path.slice(path.indexOf(current)), current]
    .reverse()
    .map((index) => steps[index]?.subject)
    .join(" -> ");
}
