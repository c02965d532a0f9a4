import { useCallback, useEffect, useSyncExternalStore } from "react";
import { changes } from "./changes.ts";
import { load } from "./request.ts";
import type { RowName } from "./wire.ts";

// References are shown by name. The cells of a page ask for one name each; what is asked for in the same moment goes to
// the server as one request for each entity, and is kept until something changes.
interface Names {
  readonly known: Map<string, string | null>;
  readonly wanted: Set<string>;
  version: number;
}
const entities = new Map<string, Names>();
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function namesOf(entity: string): Names {
  const kept = entities.get(entity);
  if (kept !== undefined && kept.version === changes.count()) return kept;
  const names = { known: new Map<string, string | null>(), wanted: new Set<string>(), version: changes.count() };
  entities.set(entity, names);
  return names;
}

function want(entity: string, key: string): void {
  const names = namesOf(entity);
  if (names.known.has(key) || names.wanted.has(key)) return;
  if (names.wanted.size === 0) queueMicrotask(() => void fetchWanted(entity, names));
  names.wanted.add(key);
}

async function fetchWanted(entity: string, names: Names): Promise<void> {
  const keys = [...names.wanted];
  const found = await load<readonly RowName[]>(namesPath(entity, { keys })).catch(() => []);
  // A row that cannot be seen has no name: the cell then shows its key.
  for (const key of keys) names.known.set(key, null);
  for (const { key, name } of found) names.known.set(key, name);
  names.wanted.clear();
  for (const listener of listeners) listener();
}

/** The address of names: of these rows, or of rows that a search finds. */
export function namesPath(
  entity: string,
  wanted: { readonly keys: readonly string[] } | { readonly search: string },
): string {
  const parameters =
    "keys" in wanted
      ? new URLSearchParams(wanted.keys.map((key) => ["key", key]))
      : new URLSearchParams({ search: wanted.search });
  return `/api/${entity}/names?${parameters}`;
}

/** The name of a row: undefined while it loads, null when there is none to see. */
export function useRowName(entity: string, key: string | null): string | null | undefined {
  const version = useSyncExternalStore(changes.subscribe, changes.count);
  const read = useCallback(() => (key === null ? null : namesOf(entity).known.get(key)), [entity, key]);
  // With a new version the names are forgotten, so they are wanted again.
  useEffect(() => {
    if (key !== null) want(entity, key);
  }, [entity, key, version]);
  return useSyncExternalStore(subscribe, read);
}
