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
  const refused = refusal(column, from, to);
  if (refused === null) return sql`${column} IS DISTINCT FROM NULL`;
  const room = roomFor(from, to);
  return room === null
    ? refused
    : sql`(${refused} OR ${column}::numeric <> round(${column}::numeric, ${constant(room.scale)}))`;
}

/** Which values PostgreSQL refuses to turn into another type: not those that it rounds. None where that cannot be told. */
export const refusedValues = (column: Sql, from: string, to: string): Sql =>
  refusal(column, from, to) ?? constant(false);

function refusal(column: Sql, from: string, to: string): Sql | null {
  const before = splitType(from);
  const after = splitType(to);
  const [size = null] = after.modifiers;
  if (after.base === "character varying" && size !== null) return sql`char_length(${column}::text) > ${constant(size)}`;
  const room = roomFor(from, to);
  if (room !== null)
    return sql`round(${column}::numeric, ${constant(room.scale)}) NOT BETWEEN ${room.least} AND ${room.most}`;
  const isText = before.base === "text" || before.base === "character varying";
  // From PostgreSQL 16 on; an earlier one does not know the function, and so gives no answer.
  return isText ? sql`NOT pg_input_is_valid(${column}::text, ${literal(to)})` : null;
}

interface Room {
  readonly scale: number;
  readonly least: Sql;
  readonly most: Sql;
}

/** Which numbers a type takes from another; null where one of the two is no number, or takes all. */
function roomFor(from: string, to: string): Room | null {
  if (!numbers.has(splitType(from).base)) return null;
  const { base, modifiers } = splitType(to);
  const range = ranges[base];
  if (range !== undefined) return { scale: 0, least: trusted(range[0]), most: trusted(range[1]) };
  const [size, scale = 0] = modifiers;
  if (base !== "numeric" || size === undefined) return null;
  const most = trusted(largest(size, scale));
  return { scale, least: sql`-${most}`, most };
}

/** `999.99` for five digits, two of them after the point. Dividing would round it. */
function largest(size: number, scale: number): string {
  const digits = "9".repeat(size).padStart(scale, "0");
  return scale <= 0 ? digits + "0".repeat(-scale) : `0${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}
