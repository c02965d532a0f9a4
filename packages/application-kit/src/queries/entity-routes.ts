import type { Kysely } from "kysely";
import type { ListQuery, Page, RowName } from "../wire.ts";

/** The parts of a row's key, in the order of its key columns. */
export type Key = readonly string[];

/**
 * What an application can do with one entity. Each function is called with a transaction that runs as the person who
 * asked, so that row level security decides what it sees and may change. Functions that are not there are not allowed.
 */
export interface EntityRoutes<DB> {
  readonly keyLength: number;
  list(db: Kysely<DB>, query: ListQuery): Promise<Page<object>>;
  get(db: Kysely<DB>, key: Key): Promise<object | undefined>;
  /** The names of these rows, or of the first rows that a search finds. */
  names?(db: Kysely<DB>, wanted: NamesWanted): Promise<readonly RowName[]>;
  /** Takes what the browser sent; gives the new row's key columns. Throws `HttpProblem` for invalid input. */
  insert?(db: Kysely<DB>, input: unknown): Promise<object>;
  /** Gives undefined when there is no such row to change. */
  update?(db: Kysely<DB>, key: Key, input: unknown): Promise<object | undefined>;
  /** Gives how many rows were deleted. */
  remove?(db: Kysely<DB>, key: Key): Promise<number>;
}

export interface NamesWanted {
  readonly keys: readonly string[];
  readonly search: string;
}

/** Entities by the slug in their addresses. */
export type Routes<DB> = Readonly<Record<string, EntityRoutes<DB>>>;
