interface Parsed {
  readonly base: string;
  readonly numbers: readonly number[];
}

/**
 * Whether PostgreSQL retypes a column without writing its rows anew: a longer or unlimited varchar, text, more digits
 * at the same scale. Measured on 14 to 18; where in doubt the answer is no.
 */
export function keepsStoredBytes(from: string, to: string): boolean {
  if (from === to) return true;
  const before = parseType(from);
  const after = parseType(to);
  const textual = (type: Parsed): boolean => type.base === "character varying" || type.base === "text";
  if (textual(before) && textual(after)) return isAtLeast(after.numbers[0], before.numbers[0]);
  if (before.base === "numeric" && after.base === "numeric") {
    if (after.numbers.length === 0) return true;
    return (
      isAtLeast(after.numbers[0], before.numbers[0]) &&
      (after.numbers[1] ?? 0) === (before.numbers[1] ?? 0) &&
      before.numbers.length > 0
    );
  }
  return false;
}

/** No limit is more than any limit. */
const isAtLeast = (limit: number | undefined, other: number | undefined): boolean =>
  limit === undefined || (other !== undefined && limit >= other);

function parseType(type: string): Parsed {
  const [, base = type, numbers = ""] = /^(.*?)(?:\(([\d,-]+)\))?$/.exec(type) ?? [];
  return { base, numbers: numbers === "" ? [] : numbers.split(",").map(Number) };
}
