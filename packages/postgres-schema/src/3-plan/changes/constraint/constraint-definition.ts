import type { Check, ForeignKey, PrimaryKey, ReferentialAction, Unique } from "../../../schema/objects.ts";
import { expression } from "../../../sql/expression.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { joinSql, nothing, type Sql, sql } from "../../../sql/sql.ts";

const columnList = (columns: readonly string[]): Sql => joinSql(columns.map(ident), ", ");

/** The columns of a key, whose last one may be a period. */
const keyColumns = ({ columns, period }: PrimaryKey | Unique): Sql =>
  period ? sql`${columnList(columns)} WITHOUT OVERLAPS` : columnList(columns);

/** The columns of a reference, or those that it is to, whose last one may be a period. */
const referringColumns = (columns: readonly string[], period: true | undefined): Sql =>
  period
    ? sql`${joinSql([...columns.slice(0, -1).map(ident), sql`PERIOD ${columnList(columns.slice(-1))}`], ", ")}`
    : columnList(columns);

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
    ? sql`CONSTRAINT ${ident(key.name)} PRIMARY KEY (${keyColumns(key)})${included(key)}${timing({
        deferrable: key.deferred !== undefined,
        initiallyDeferred: key.deferred === "initially_deferred",
      })}`
    : sql`CONSTRAINT ${ident(key.name)} UNIQUE${key.nullsNotDistinct ? sql` NULLS NOT DISTINCT` : nothing} (${keyColumns(key)})${included(key)}${timing(key)}`;

/** Whether it is held against rows: those that come, and those that are there. */
const enforcement = ({ notEnforced, validated }: Check | ForeignKey): Sql =>
  notEnforced ? sql` NOT ENFORCED` : validated ? nothing : sql` NOT VALID`;

export const checkDefinition = (check: Check): Sql =>
  sql`CONSTRAINT ${ident(check.name)} CHECK (${expression(check.expression)})${check.noInherit ? sql` NO INHERIT` : nothing}${enforcement(check)}`;

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
  const target = sql`${qualified(key.references.schema, key.references.table)} (${referringColumns(key.references.columns, key.period)})`;
  return sql`CONSTRAINT ${ident(key.name)} FOREIGN KEY (${referringColumns(key.columns, key.period)}) REFERENCES ${target}${key.matchFull ? sql` MATCH FULL` : nothing}${onDelete}${onUpdate}${timing(key)}${enforcement(key)}`;
}
