import type { DatabaseSchema } from "../../schema/database-schema.ts";
import { idOf, tableId } from "../../schema/identify.ts";
import type { ObjectId } from "../../schema/object-id.ts";
import type { SchemaObject } from "../../schema/objects.ts";
import { tablesAbove } from "../../schema/parents.ts";
import { exchangeObjects } from "../../schema/rename-objects.ts";
import { followSequences } from "../../schema/rename-sequence.ts";
import type { Step } from "../step.ts";
import { freeNames } from "./free-names.ts";
import { handOnNames, type NameChange } from "./hand-on-names.ts";
import { type Named, namedIn, nameStep, withName } from "./named.ts";

/** The schema once names followed, and the statements. */
export interface FollowedNames {
  readonly schema: DatabaseSchema;
  readonly steps: readonly Step[];
}

interface ChangeOfName extends NameChange {
  readonly named: Named;
}

/**
 * Gives their new names to keys, indexes and sequences that are the same but for a name, as names do that follow their table's or
 * column's: they are not built again, and a sequence goes on where it stands. What has such a name and goes is put aside.
 */
export function followNames(before: DatabaseSchema, after: DatabaseSchema): FollowedNames {
  const following = changesOfNames(before, after);
  if (following.length === 0) return { schema: before, steps: [] };
  const given = following.flatMap(({ from, to }) => [from, to]);
  const changes = [...putAside(following, before, freeNames("put_aside", before, given)), ...following];
  const freeName = freeNames("changing_names", before, given);
  const ordered = handOnNames(changes, { placesOf: ({ named }) => named.places, freeName });
  return {
    schema: withNames(before, changes),
    steps: ordered
      .filter((change) => !comesFromAbove(change, changes, before))
      .map(({ named, from, to }) => nameStep(named.object, from, to)),
  };
}

/** What is on both sides by another name. */
function changesOfNames(before: DatabaseSchema, after: DatabaseSchema): readonly ChangeOfName[] {
  const arrivals = new Map<string, Named>();
  for (const [id, object] of after.objects) {
    const arrival = namedIn(object);
    if (arrival !== undefined && !isStill(arrival, before.objects.get(id))) arrivals.set(arrival.alike, arrival);
  }
  const found = new Map<ObjectId, Pair>();
  for (const [id, object] of before.objects) {
    const named = namedIn(object);
    if (named === undefined || isStill(named, after.objects.get(id))) continue;
    const arrival = arrivals.get(named.alike);
    if (arrival === undefined) continue;
    arrivals.delete(named.alike);
    found.set(id, { named, arrival });
  }
  leaveWhatBecomesAnother(found, before);
  return [...found.values()].map(({ named, arrival }) => ({ named, from: named.name, to: arrival.name }));
}

interface Pair {
  readonly named: Named;
  readonly arrival: Named;
}

const isStill = ({ name, alike }: Named, other: SchemaObject | undefined): boolean => {
  const named = other === undefined ? undefined : namedIn(other);
  return named?.name === name && named.alike === alike;
};

/** Where something has the new name, is to keep it, and changes otherwise, it stays what it is: nothing takes its place. */
function leaveWhatBecomesAnother(pairs: Map<ObjectId, Pair>, before: DatabaseSchema): void {
  const staysThere = ({ arrival }: Pair): boolean => {
    const id = idOf(arrival.object);
    const object = before.objects.get(id);
    const holder = object === undefined || pairs.has(id) ? undefined : namedIn(object);
    return holder !== undefined && (holder.of === arrival.of || holder.of === null);
  };
  for (let size = -1; size !== pairs.size; ) {
    size = pairs.size;
    for (const [id, pair] of pairs) if (staysThere(pair)) pairs.delete(id);
  }
}

/** What has one of the new names and does not go on under another one. */
function putAside(
  following: readonly ChangeOfName[],
  before: DatabaseSchema,
  freeName: () => string,
): readonly ChangeOfName[] {
  const goOn = new Set(following.map(({ named }) => named.object));
  const takenIn = (named: Named, name: string): readonly string[] =>
    named.places.map((place) => JSON.stringify([place, name]));
  const taken = new Set(following.flatMap(({ named, to }) => takenIn(named, to)));
  return [...before.objects.values()].flatMap((object) => {
    const named = namedIn(object);
    if (named === undefined || goOn.has(named.object)) return [];
    const isInTheWay = takenIn(named, named.name).some((name) => taken.has(name));
    return isInTheWay ? [{ named, from: named.name, to: freeName() }] : [];
  });
}

/** A check that a table has from one above it follows that one's name. */
function comesFromAbove(
  { named: { object }, from, to }: ChangeOfName,
  changes: readonly ChangeOfName[],
  schema: DatabaseSchema,
): boolean {
  const table = object.kind === "check" ? schema.objects.get(tableId(object.schema, object.table)) : undefined;
  if (table?.kind !== "table") return false;
  const above = tablesAbove(table, schema);
  return changes.some(
    ({ named: other, ...change }) =>
      other.object.kind === "check" &&
      other.object.noInherit !== true &&
      other.of !== null &&
      above.has(other.of) &&
      change.from === from &&
      change.to === to,
  );
}

function withNames(before: DatabaseSchema, changes: readonly ChangeOfName[]): DatabaseSchema {
  const renamed = new Map(changes.map(({ named, to }) => [idOf(named.object), withName(named.object, to)]));
  const sequences = new Map(
    changes.flatMap(({ named: { object }, to }) =>
      object.kind === "sequence" ? [[idOf(object), { sequence: object, to }] as const] : [],
    ),
  );
  return exchangeObjects(before, (id, object) => renamed.get(id) ?? followSequences(object, sequences));
}
