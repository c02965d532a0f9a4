import type { Column, Default } from "../../../schema/objects.ts";
import { expression } from "../../../sql/expression.ts";
import { ident } from "../../../sql/identifier.ts";
import { nothing, type Sql, sql, trusted } from "../../../sql/sql.ts";
import { typeName } from "../../../sql/type-name.ts";

/** A column as CREATE TABLE and ADD COLUMN take it, with its default where it comes along. */
export function columnDefinition(column: Column, initial?: Default): Sql {
  const collation = column.collation === null ? nothing : sql` COLLATE ${trusted(column.collation)}`;
  const identity =
    column.identity === null
      ? nothing
      : sql` GENERATED ${column.identity === "always" ? sql`ALWAYS` : sql`BY DEFAULT`} AS IDENTITY`;
  const generated =
    column.generated === null ? nothing : sql` GENERATED ALWAYS AS (${expression(column.generated)}) STORED`;
  const value = initial === undefined ? nothing : sql` DEFAULT ${expression(initial.expression)}`;
  const required = column.nullable || column.identity !== null ? nothing : sql` NOT NULL`;
  return sql`${ident(column.name)} ${typeName(column.type)}${collation}${generated}${identity}${value}${required}`;
}
