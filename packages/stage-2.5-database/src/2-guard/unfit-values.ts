import { constant, literal, type Sql, splitType, sql, trusted } from "@build-it/postgres-schema";

const numbers = new Set(["smallint", "integer", "bigint", "numeric", "real", "double precision"]);
const ranges: Readonly<Record<string, readonly [string, string]>> = {
  smallint: ["-32768", "32767"],
  integer: ["-2147483648", "2147483647"],
  bigint: ["-9223372036854775808", "9223372036854775807"],
};

/**
 * Which values of a column do not fit into another type, as a condition. Where that cannot be told by looking, any value
 * counts: it may.
 */
export function unfitValues(column: Sql, from: string, to: string): Sql {
  const before = splitType(from);
  const after = splitType(to);
  const [size = null, scale = 0] = after.modifiers;
  if (after.base === "character varying" && size !== null) return sql`char_length(${column}::text) > ${constant(size)}`;
  if (numbers.has(before.base)) {
    const range = ranges[after.base];
    if (range !== undefined)
      return sql`(${column} NOT BETWEEN ${trusted(range[0])} AND ${trusted(range[1])} OR ${column}::numeric <> trunc(${column}::numeric))`;
    if (after.base === "numeric" && size !== null)
      return sql`(abs(${column}::numeric) >= power(10::numeric, ${constant(size - scale)}) OR ${column}::numeric <> round(${column}::numeric, ${constant(scale)}))`;
  }
  const isText = before.base === "text" || before.base === "character varying";
  // From PostgreSQL 16 on; an earlier one does not know the function, and so gives no answer.
  if (isText) return sql`NOT pg_input_is_valid(${column}::text, ${literal(to)})`;
  return sql`${column} IS NOT NULL`;
}
