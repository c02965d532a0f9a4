import { type Column, splitType } from "@build-it/postgres-schema";
import { isWidening } from "../2-guard/is-widening.ts";

/** Whether values may come out of the change as others, where PostgreSQL would not refuse them. */
export function losesValues(before: Column, after: Column): boolean {
  if (before.generated !== null) return false;
  if (after.generated !== null) return true;
  if (before.type === after.type || isWidening(before.type, after.type)) return false;
  const [from, to] = [splitType(before.type).base, splitType(after.type).base];
  return !refusing.some((types) => types.includes(from) && types.includes(to));
}

/** Within each, a value that does not fit is refused, never cut or rounded. */
const refusing: readonly (readonly string[])[] = [
  ["text", "character varying"],
  ["smallint", "integer", "bigint"],
];
