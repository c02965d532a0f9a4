import type { Selectable } from "kysely";

/** A value as JSON brings it: dates and bytes come as text. */
type WireValue<Value> = Value extends Date | Uint8Array ? string : Value;

/** A row as the server sends it. */
export type Wire<Row> = { readonly [Column in keyof Row]: WireValue<Row[Column]> };

/**
 * A row of these columns as the server sends it. A column that the table does not have is no property of it, so that
 * whatever uses it does not compile.
 */
export type RowOf<Table, Columns extends readonly string[]> = Wire<
  Pick<Selectable<Table>, Extract<keyof Selectable<Table>, Columns[number]>>
>;

/** One page of a list; `more` says whether another follows. Counting all rows would cost more than it tells. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly more: boolean;
}

/** Which rows a list shows. `filter` is for related lists: the rows whose column has this value. */
export interface ListQuery {
  readonly search: string;
  readonly orderBy: string | null;
  readonly descending: boolean;
  /** 1-based. */
  readonly page: number;
  readonly filter: { readonly column: string; readonly value: string } | null;
}

/** A row's key and what a person calls it. */
export interface RowName {
  readonly key: string;
  readonly name: string;
}

/** What went wrong, as the server says it (RFC 9457), with what is wrong in each field. */
export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: Readonly<Record<string, string>>;
}

/** Who is signed in, and who can be chosen where signing in is a choice. */
export interface Session {
  readonly user: SessionUser | null;
  readonly users: readonly SessionUser[];
}
/** Somebody who can be signed in. */
export interface SessionUser {
  readonly id: string;
  readonly name: string;
}

/** The parts of a row's key as one part of an address: each is escaped, so a comma in a key stays one. */
export const joinKey = (parts: readonly unknown[]): string =>
  parts.map((part) => encodeURIComponent(String(part))).join(",");

/** The parts of a key that `joinKey` joined. Throws a URIError for text that it cannot have made. */
export const splitKey = (key: string): readonly string[] => key.split(",").map(decodeURIComponent);
