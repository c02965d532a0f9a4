import { columnId, idOf, tableId } from "../../../schema/identify.ts";
import type { IndexedSchema } from "../../../schema/indexed-schema.ts";
import { notNullNameOf } from "../../../schema/made-up-name.ts";
import { type ObjectId, objectId } from "../../../schema/object-id.ts";
import type { Column, InheritedColumn, NotNull } from "../../../schema/objects.ts";
import { parentsOf } from "../../../schema/parents.ts";
import { ident } from "../../../sql/identifier.ts";
import { nothing, type Sql, sql } from "../../../sql/sql.ts";

/** Where a column is. */
export interface ColumnPlace {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
}

/** A column as its NOT NULL constraint sees it: one that its table declares, or one that it has from a parent. */
export interface ConstrainedColumn extends ColumnPlace {
  readonly id: ObjectId;
  /** Whether the table has no valid constraint of its own on it. */
  readonly nullable: boolean;
  readonly said: NotNull | undefined;
  readonly notNullName: string | undefined;
}

/** The constraint that makes a column required, or will once it is validated. */
export type NotNullConstraint = Pick<NotNull, "name" | "validated" | "noInherit">;

/** What a schema says of a column's constraint besides that it is there. */
export function saidOf({ schema, table, name }: ColumnPlace, { objects }: IndexedSchema): NotNull | undefined {
  const said = objects.get(objectId("not_null", schema, table, name));
  return said?.kind === "not_null" ? said : undefined;
}

/** The column at a place in a schema, or undefined where there is none. */
export function constrainedColumn(
  { schema: inSchema, table, name }: ColumnPlace,
  schema: IndexedSchema,
): ConstrainedColumn | undefined {
  const place = { schema: inSchema, table, name };
  const own = schema.objects.get(columnId(inSchema, table, name));
  const described = (column: Column | InheritedColumn, nullable: boolean): ConstrainedColumn => ({
    ...place,
    id: idOf(column),
    nullable,
    said: saidOf(place, schema),
    notNullName: column.notNullName,
  });
  if (own?.kind === "column") return described(own, own.nullable);
  const id = objectId("inherited_column", inSchema, table, name);
  const inherited = schema.objects.get(id);
  if (inherited?.kind === "inherited_column") return described(inherited, !inherited.required);
  if (!isInherited(tableId(inSchema, table), name, schema)) return undefined;
  return { ...place, id, nullable: true, said: saidOf(place, schema), notNullName: undefined };
}

/** Whether a table above declares the column. */
const isInherited = (table: ObjectId, name: string, schema: IndexedSchema): boolean => {
  const found = schema.objects.get(table);
  return (
    found?.kind === "table" &&
    parentsOf(found).some(
      (parent) =>
        schema.partsOf(parent).some((part) => part.kind === "column" && part.name === name) ||
        isInherited(parent, name, schema),
    )
  );
};

/** The constraint of a column, with the name that PostgreSQL made up for it where nobody gave it one. */
export const notNullOf = ({
  said,
  nullable,
  notNullName,
  table,
  name,
}: ConstrainedColumn): NotNullConstraint | undefined =>
  said ?? (nullable ? undefined : { name: notNullName ?? notNullNameOf(table, name), validated: true });

/** As a column's own constraint, in its definition: there it is always validated. */
export const inlineNotNull = (said: NotNull): Sql => sql` CONSTRAINT ${ident(said.name)} NOT NULL${inheritance(said)}`;

/** As a table constraint. */
export const notNullDefinition = (said: NotNull): Sql =>
  sql`CONSTRAINT ${ident(said.name)} NOT NULL ${ident(said.column)}${inheritance(said)}${said.validated ? nothing : sql` NOT VALID`}`;

const inheritance = ({ noInherit }: NotNull): Sql => (noInherit ? sql` NO INHERIT` : nothing);
