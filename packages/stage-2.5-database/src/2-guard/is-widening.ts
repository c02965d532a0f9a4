import { splitType } from "@build-it/postgres-schema";

/** Types in an order in which each holds all values of those before it. */
const ladders: readonly (readonly string[])[] = [
  ["smallint", "integer", "bigint", "numeric"],
  ["real", "double precision"],
];

/** Whether every value of one type has its place in the other, and reads the same there. */
export function isWidening(from: string, to: string): boolean {
  if (from === to) return true;
  const before = splitType(from);
  const after = splitType(to);
  if (after.base === "text")
    return before.base === "character varying" || before.base === "uuid" || ladders[0]?.includes(before.base) === true;
  if (before.base === after.base && before.base === "character varying")
    return atLeast(after.modifiers[0], before.modifiers[0]);
  if (before.base === after.base && before.base === "numeric") return isWiderNumeric(before.modifiers, after.modifiers);
  const ladder = ladders.find((types) => types.includes(before.base) && types.includes(after.base));
  if (ladder === undefined || ladder.indexOf(after.base) < ladder.indexOf(before.base)) return false;
  return after.modifiers.length === 0 || digitsOf(before.base) <= (after.modifiers[0] ?? 0) - (after.modifiers[1] ?? 0);
}

/**
 * Whether code that knows the one type goes on with the other: every value has its place, and what is compared and counted
 * still is. As text a number compares with no number.
 */
export const isCompatibleType = (from: string, to: string): boolean =>
  isWidening(from, to) &&
  (splitType(to).base !== "text" || splitType(from).base === "character varying" || from === to);

const isWiderNumeric = (before: readonly number[], after: readonly number[]): boolean => {
  if (after.length === 0) return true;
  if (before.length === 0) return false;
  const [precision = 0, scale = 0] = before;
  const [toPrecision = 0, toScale = 0] = after;
  return toScale >= scale && toPrecision - toScale >= precision - scale;
};

const atLeast = (limit: number | undefined, other: number | undefined): boolean =>
  limit === undefined || (other !== undefined && limit >= other);

const digitsOf = (base: string): number => ({ smallint: 5, integer: 10, bigint: 19 })[base] ?? Number.POSITIVE_INFINITY;
