import type { Key } from "./entity-routes.ts";

/**
 * A part of a row's key as its column's type. It is text from an address; PostgreSQL reads a parameter as the type of the
 * column that it is compared with, and refuses what cannot be one.
 */
export const keyPart = <Value>(key: Key, index: number): Value => (key[index] ?? "") as Value;

/** The column if it is one of these: nothing that a browser sent becomes the name of a column. */
export const oneOf = <Column extends string>(
  column: string | null | undefined,
  columns: readonly Column[],
): Column | undefined => columns.find((known) => known === column);
