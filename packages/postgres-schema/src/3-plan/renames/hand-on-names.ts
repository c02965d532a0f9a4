/** A change of a name. */
export interface NameChange {
  readonly from: string;
  readonly to: string;
}

export interface NamesHandedOn<Change extends NameChange> {
  /** Where a name can be had once: a table for its columns, a schema for its tables. */
  readonly placesOf: (change: Change) => readonly string[];
  /** Gives a name that nothing has. */
  readonly freeName: () => string;
}

/**
 * Changes of names in an order in which each name is freed before it is taken: `b -> c` comes before `a -> b`. Of those that
 * hand on their names in a circle one has another name meanwhile.
 */
export function handOnNames<Change extends NameChange>(
  changes: readonly Change[],
  { placesOf, freeName }: NamesHandedOn<Change>,
): readonly Change[] {
  const nameIn = (place: string, name: string): string => JSON.stringify([place, name]);
  const holders = new Map<string, Change>();
  for (const change of changes) for (const place of placesOf(change)) holders.set(nameIn(place, change.from), change);
  const ordered: Change[] = [];
  const reached = new Set<Change>();
  const done = new Set<Change>();
  const meanwhile = new Map<Change, string>();
  const goMeanwhile = (change: Change): void => {
    const name = freeName();
    meanwhile.set(change, name);
    ordered.push({ ...change, to: name });
  };
  const take = (change: Change): void => {
    reached.add(change);
    for (const place of placesOf(change)) {
      const holder = holders.get(nameIn(place, change.to));
      if (holder === undefined || holder === change) continue;
      if (!reached.has(holder)) take(holder);
      else if (!done.has(holder) && !meanwhile.has(holder)) goMeanwhile(holder);
    }
    ordered.push({ ...change, from: meanwhile.get(change) ?? change.from });
    done.add(change);
  };
  for (const change of changes) if (!reached.has(change)) take(change);
  return ordered;
}
