import type { OrderByItemBuilder, SqlBool } from "kysely";
import { type RawBuilder, sql } from "kysely";
import type { ListQuery, Page } from "../wire.ts";
import type { Key } from "./entity-routes.ts";
import { badRequest } from "./problem.ts";

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

/** The list's filter, if it has one. Throws `HttpProblem` for a column that rows cannot be filtered by. */
export function filterOf(
  { filter }: ListQuery,
  columns: readonly string[],
): { readonly column: string; readonly value: string } | undefined {
  if (filter === null) return undefined;
  if (!columns.includes(filter.column)) throw badRequest("The list cannot be filtered by that.");
  return filter;
}

/** `column = value`, the value as a parameter that PostgreSQL reads as the column's type. */
export const equals = ({ column, value }: { readonly column: string; readonly value: string }): RawBuilder<SqlBool> =>
  sql<SqlBool>`${sql.ref(column)} = ${value}`;

/** Rows without a value come last either way. */
export const inDirection = (descending: boolean) => (order: OrderByItemBuilder) =>
  (descending ? order.desc() : order.asc()).nullsLast();
