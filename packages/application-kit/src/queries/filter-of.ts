import type { SqlBool } from "kysely";
import { type RawBuilder, sql } from "kysely";
import type { ListQuery } from "../wire.ts";
import { badRequest } from "./problem.ts";

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

/** `50%` -> `%50\%%`: what a person typed, found anywhere, with no character of it a wildcard. */
export const containing = (search: string): string => `%${search.replace(/[\\%_]/g, "\\$&")}%`;
