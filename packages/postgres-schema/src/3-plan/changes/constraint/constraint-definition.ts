import type { Check, ForeignKey, PrimaryKey, ReferentialAction, Unique } from "../../../schema/objects.ts";
import { expression } from "../../../sql/expression.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { joinSql, nothing, type Sql, sql } from "../../../sql/sql.ts";

const columnList = (columns: readonly string[]): Sql => joinSql(columns.map(ident), ", ");

export const timing = ({
  deferrable,
  initiallyDeferred,
}: {
  readonly deferrable: boolean;
  readonly initiallyDeferred: boolean;
}): Sql => (deferrable ? (initiallyDeferred ? sql` DEFERRABLE INITIALLY DEFERRED` : sql` DEFERRABLE`) : nothing);

const included = ({ include }: PrimaryKey | Unique): Sql =>
  include === undefined ? nothing : sql` INCLUDE (${columnList(include)})`;

/** A primary key or unique constraint, as a table constraint. */
export const keyDefinition = (key: PrimaryKey | Unique): Sql =>
  key.kind === "primary_key"
    ? sql`CONSTRAINT ${ident(key.name)} PRIMARY KEY (${columnList(key.columns)})${included(key)}${timing({
        deferrable: key.deferred !== undefined,
        initiallyDeferred: key.deferred === "initially_deferred",
      })}`
    : sql`CONSTRAINT ${ident(key.name)} UNIQUE${key.nullsNotDistinct ? sql` NULLS NOT DISTINCT` : nothing} (${columnList(key.columns)})${included(key)}${timing(key)}`;

export const checkDefinition = (check: Check): Sql =>
  sql`CONSTRAINT ${ident(check.name)} CHECK (${expression(check.expression)})${check.noInherit ? sql` NO INHERIT` : nothing}${check.validated ? nothing : sql` NOT VALID`}`;

const actions: Readonly<Record<ReferentialAction, Sql>> = {
  no_action: nothing,
  restrict: sql`RESTRICT`,
  cascade: sql`CASCADE`,
  set_null: sql`SET NULL`,
  set_default: sql`SET DEFAULT`,
};

export function foreignKeyDefinition(key: ForeignKey): Sql {
  const onDelete =
    key.onDelete === "no_action"
      ? nothing
      : sql` ON DELETE ${actions[key.onDelete]}${key.deleteColumns === undefined ? nothing : sql` (${columnList(key.deleteColumns)})`}`;
  const onUpdate = key.onUpdate === "no_action" ? nothing : sql` ON UPDATE ${actions[key.onUpdate]}`;
  const target = sql`${qualified(key.references.schema, key.references.table)} (${columnList(key.references.columns)})`;
  return sql`CONSTRAINT ${ident(key.name)} FOREIGN KEY (${columnList(key.columns)}) REFERENCES ${target}${key.matchFull ? sql` MATCH FULL` : nothing}${onDelete}${onUpdate}${timing(key)}${key.validated ? nothing : sql` NOT VALID`}`;
}
