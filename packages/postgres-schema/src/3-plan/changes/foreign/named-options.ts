import type { NamedOption } from "../../../schema/objects.ts";
import { ident } from "../../../sql/identifier.ts";
import { literal } from "../../../sql/literal.ts";
import { joinSql, nothing, type Sql, sql } from "../../../sql/sql.ts";

const withValue = ({ name, value }: NamedOption): Sql => sql`${ident(name)} ${literal(value)}`;

/** ` OPTIONS (…)` as CREATE takes it; nothing where there are none. */
export const optionList = (options: readonly NamedOption[]): Sql =>
  options.length === 0 ? nothing : sql` OPTIONS (${joinSql(options.map(withValue), ", ")})`;

/**
 * ` OPTIONS (…)` as ALTER takes it: each is added, set or dropped. They have an order, and a new one comes last: those that
 * come after one that is out of place are dropped and added again.
 */
export function optionChanges(before: readonly NamedOption[], after: readonly NamedOption[]): Sql {
  const later = new Set(after.map(({ name }) => name));
  const kept = before.filter(({ name }) => later.has(name));
  const misplaced = kept.findIndex(({ name }, place) => after[place]?.name !== name);
  const inPlace = misplaced < 0 ? kept : kept.slice(0, misplaced);
  const earlier = new Map(inPlace.map(({ name, value }) => [name, value]));
  const changes = [
    ...before.flatMap(({ name }) => (earlier.has(name) ? [] : [sql`DROP ${ident(name)}`])),
    ...after.flatMap((option) => {
      const value = earlier.get(option.name);
      if (value === option.value) return [];
      return [value === undefined ? sql`ADD ${withValue(option)}` : sql`SET ${withValue(option)}`];
    }),
  ];
  return changes.length === 0 ? nothing : sql` OPTIONS (${joinSql(changes, ", ")})`;
}
