import { sequenceNameOf } from "../../../schema/made-up-name.ts";
import type { Column, Default, IdentityOptions, NotNull } from "../../../schema/objects.ts";
import { expression } from "../../../sql/expression.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { integerText } from "../../../sql/literal.ts";
import { joinSql, nothing, type Sql, sql, trusted } from "../../../sql/sql.ts";
import { typeName } from "../../../sql/type-name.ts";
import { optionList } from "../foreign/named-options.ts";
import { inlineNotNull } from "../not-null/not-null-constraint.ts";

/** Whether a value may be given where the identity has one. */
export const identityKind = ({ identity }: Column): Sql => (identity === "always" ? sql`ALWAYS` : sql`BY DEFAULT`);

export const identityDefinition = (column: Column): Sql =>
  sql` GENERATED ${identityKind(column)} AS IDENTITY${identitySequence(column)}`;

/** What is behind an identity, where PostgreSQL would make something else. */
const identitySequence = ({ schema, identityOptions }: Column): Sql =>
  identityOptions === undefined
    ? nothing
    : sql` (SEQUENCE NAME ${qualified(schema, identityOptions.name)} ${joinSql(sequenceOptions(identityOptions), " ")})`;

/** The sequence behind an identity, by its name. */
export const identitySequenceName = ({ schema, table, name, identityOptions }: Column): Sql =>
  qualified(schema, identityOptions?.name ?? sequenceNameOf(table, name));

/** The options of the sequence behind an identity, each by itself. */
export const sequenceOptions = (options: IdentityOptions): readonly Sql[] => [
  sql`START WITH ${integerText(options.start)}`,
  sql`INCREMENT BY ${integerText(options.increment)}`,
  sql`MINVALUE ${integerText(options.minimum)}`,
  sql`MAXVALUE ${integerText(options.maximum)}`,
  sql`CACHE ${integerText(options.cache)}`,
  options.cycle ? sql`CYCLE` : sql`NO CYCLE`,
];

/** A column as CREATE TABLE and ADD COLUMN take it, with its default and what is said of its constraint where they come along. */
export function columnDefinition(column: Column, initial?: Default, said?: NotNull): Sql {
  const collation = column.collation === null ? nothing : sql` COLLATE ${trusted(column.collation)}`;
  const identity = column.identity === null ? nothing : identityDefinition(column);
  const generated =
    column.generated === null
      ? nothing
      : sql` GENERATED ALWAYS AS (${expression(column.generated)}) ${column.virtual ? sql`VIRTUAL` : sql`STORED`}`;
  const value = initial === undefined ? nothing : sql` DEFAULT ${expression(initial.expression)}`;
  const required =
    said !== undefined ? inlineNotNull(said) : column.nullable || column.identity !== null ? nothing : sql` NOT NULL`;
  const options = optionList(column.foreignOptions ?? []);
  return sql`${ident(column.name)} ${typeName(column.type)}${options}${collation}${generated}${identity}${value}${required}`;
}
