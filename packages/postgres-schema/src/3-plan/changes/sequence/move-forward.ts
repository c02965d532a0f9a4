import { qualified } from "../../../sql/identifier.ts";
import { integerText, literal } from "../../../sql/literal.ts";
import { type Sql, sql } from "../../../sql/sql.ts";

/** What a sequence gives. */
export interface Numbers {
  readonly start: string;
  readonly increment: string;
  readonly minimum: string;
  readonly maximum: string;
}

/**
 * Takes a sequence on to where its new bounds begin, if it has not come so far: PostgreSQL refuses bounds that the number which it
 * stands at is out of. One that is past where they end, or turns round after it gave numbers, is left to be refused: it would give
 * numbers again.
 */
export function moveForward(schema: string, name: string, from: Numbers, to: Numbers): readonly Sql[] {
  const sequence = qualified(schema, name);
  const move = (first: string, standing: Sql): readonly Sql[] => {
    const isWithin = BigInt(first) >= BigInt(from.minimum) && BigInt(first) <= BigInt(from.maximum);
    return isWithin
      ? [sql`SELECT setval(${literal(sequence.text)}, ${integerText(first)}, false) FROM ${sequence} WHERE ${standing}`]
      : [];
  };
  const [low, high] = [integerText(to.minimum), integerText(to.maximum)];
  const [rises, falls] = [BigInt(to.minimum) > BigInt(from.minimum), BigInt(to.maximum) < BigInt(from.maximum)];
  if (countsDown(from) !== countsDown(to))
    return rises || falls ? move(to.start, sql`NOT is_called AND last_value NOT BETWEEN ${low} AND ${high}`) : [];
  if (countsDown(to)) return falls ? move(to.maximum, sql`last_value > ${high}`) : [];
  return rises ? move(to.minimum, sql`last_value < ${low}`) : [];
}

export const countsDown = ({ increment }: Numbers): boolean => increment.startsWith("-");
