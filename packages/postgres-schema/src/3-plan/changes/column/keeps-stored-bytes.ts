import { type SplitType, splitType } from "../../../schema/split-type.ts";

/**
 * Whether PostgreSQL retypes a column without writing its rows anew: a longer or unlimited varchar, text, more digits
 * at the same scale. Measured on 14 to 18; where in doubt the answer is no.
 */
export function keepsStoredBytes(from: string, to: string): boolean {
  if (from === to) return true;
  const before = splitType(from);
  const after = splitType(to);
  const textual = (type: SplitType): boolean => type.base === "character varying" || type.base === "text";
  if (textual(before) && textual(after)) return isAtLeast(after.modifiers[0], before.modifiers[0]);
  if (before.base === "numeric" && after.base === "numeric") {
    if (after.modifiers.length === 0) return true;
    return (
      isAtLeast(after.modifiers[0], before.modifiers[0]) &&
      (after.modifiers[1] ?? 0) === (before.modifiers[1] ?? 0) &&
      before.modifiers.length > 0
    );
  }
  return false;
}

/** No limit is more than any limit. */
const isAtLeast = (limit: number | undefined, other: number | undefined): boolean =>
  limit === undefined || (other !== undefined && limit >= other);
