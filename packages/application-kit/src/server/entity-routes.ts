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
  names?(db: Kysely<DB>, wanted: { readonly keys: readonly string[]; readonly search: string }): Promise<RowName[]>;
  /** Takes what the browser sent; gives the new row's key columns. Throws `HttpProblem` for invalid input. */
  insert?(db: Kysely<DB>, input: unknown): Promise<object>;
  /** Gives undefined when there is no such row to change. */
  update?(db: Kysely<DB>, key: Key, input: unknown): Promise<object | undefined>;
  /** Gives how many rows were deleted. */
  remove?(db: Kysely<DB>, key: Key): Promise<number>;
}

/** Entities by the slug in their addresses. */
export type Routes<DB> = Readonly<Record<string, EntityRoutes<DB>>>;

/** Rows on one page of a list. */
export const pageSize = 25;
/** Names that one request may ask for. */
export const namesLimit = 200;

/** `rows` holds one more than a page where another page follows. */
export const pageOf = <Row>(rows: readonly Row[]): Page<Row> => ({
  rows: rows.slice(0, pageSize),
  more: rows.length > pageSize,
});

/** `50%` -> `%50\%%`: what a person typed, found anywhere, with no character of it a wildcard. */
export const containing = (search: string): string => `%${search.replace(/[\\%_]/g, "\\$&")}%`;

/** The column if it is one of these: nothing that a browser sent becomes the name of a column. */
export const oneOf = <Column extends string>(
  column: string | null | undefined,
  columns: readonly Column[],
): Column | undefined => columns.find((known) => known === column);

/**
 * A part of a row's key as its column's type. It is text from an address; PostgreSQL reads a parameter as the type of the
 * column that it is compared with, and refuses what cannot be one.
 */
export const keyPart = <Value>(key: Key, index: number): Value => (key[index] ?? "") as Value;
