import type { DatabaseSchema } from "../schema/database-schema.ts";
import type { Rename } from "../schema/rename-objects.ts";

/**
 * The renames in an order in which each name is freed before it is taken: `b -> c` comes before `a -> b`. Of those that
 * hand on their names in a circle one has another name meanwhile. Columns come last, in their table's new name.
 */
export function orderRenames(renames: readonly Rename[], before: DatabaseSchema): readonly Rename[] {
  const columns = renames.filter(({ kind }) => kind === "column");
  const others = renames.filter(({ kind }) => kind !== "column");
  return [...freeingNames(others, before), ...freeingNames(columns, before)];
}

function freeingNames(renames: readonly Rename[], before: DatabaseSchema): readonly Rename[] {
  const waiting = [...renames];
  const ordered: Rename[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex((rename) => !waiting.some((other) => takesFrom(rename, other)));
    if (next >= 0) ordered.push(...waiting.splice(next, 1));
    else ordered.push(goMeanwhile(waiting, freeName([...renames, ...ordered], before)));
  }
  return ordered;
}

/** Gives one whose name is waited for the name `meanwhile`, from which it is to go on. */
function goMeanwhile(waiting: Rename[], meanwhile: string): Rename {
  const waitedFor = waiting.findIndex((rename) => waiting.some((other) => takesFrom(other, rename)));
  const rename = waiting[waitedFor];
  if (rename === undefined) throw new Error("renames wait for no other");
  waiting[waitedFor] = { ...rename, from: meanwhile };
  return { ...rename, to: meanwhile };
}

/** Whether a rename takes the name that another one frees. */
const takesFrom = (rename: Rename, other: Rename): boolean =>
  other !== rename && placeOf(other) === placeOf(rename) && other.from === rename.to;

const placeOf = (rename: Rename): string =>
  JSON.stringify([rename.kind, rename.schema, rename.kind === "column" ? rename.table : null]);

/** A name that nothing has, wherever it is. */
function freeName(renames: readonly Rename[], before: DatabaseSchema): string {
  const taken = new Set(renames.flatMap(({ from, to }) => [from, to]));
  for (const object of before.objects.values()) if ("name" in object) taken.add(object.name);
  let number = 1;
  while (taken.has(`changing_names_${number}`)) number++;
  return `changing_names_${number}`;
}
