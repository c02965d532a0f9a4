import type { ColumnDeclaration, EntityViews, TableDeclaration, ViewField } from "@build-it/artifacts";
import { literal } from "./literal.ts";

/** One entity as the writers see it: its views, its table, and the names of what is generated for it. */
export interface EntityPlan {
  readonly views: EntityViews;
  readonly slug: string;
  /** `SalesOrder`: the beginning of its types and components. */
  readonly type: string;
  /** `salesOrder`: the beginning of its constants. */
  readonly value: string;
  /** `"accounts"`, `"sales.orders"`: the table's key in the `Database` type, as a literal. */
  readonly table: string;
  /** Every column that the application reads, the key first. */
  readonly columns: readonly string[];
  readonly columnOf: (name: string) => ColumnDeclaration | undefined;
  /** References of this entity, for the lists inside other rows. */
  readonly filters: readonly string[];
  readonly choices: readonly ViewField[];
  readonly hasForm: boolean;
  /** Set when a row is made, then fixed. */
  readonly isFixed: (field: ViewField) => boolean;
}

/** Throws when a view has no table: stage 3 makes none. */
export function planEntity(
  views: EntityViews,
  tables: readonly TableDeclaration[],
  related: readonly string[],
): EntityPlan {
  const table = tables.find(({ schema, name }) => schema === views.schema && name === views.table);
  if (table === undefined) throw new Error(`${views.entity} has a view but no table`);
  const fields = [...views.list.columns, ...views.detail.fields, ...views.form.fields];
  const type = identifierOf(views.slug);
  return {
    views,
    slug: views.slug,
    type,
    value: type.charAt(0).toLowerCase() + type.slice(1),
    table: literal(views.schema === "public" ? views.table : `${views.schema}.${views.table}`),
    columns: [...new Set([...views.keyColumns, views.displayColumn, ...fields.map(({ column }) => column)])],
    columnOf: (name) => table.columns.find((column) => column.name === name),
    filters: [...new Set(related)].sort(),
    choices: distinctFields(fields).filter(({ options }) => options !== undefined),
    hasForm: views.form.canCreate || views.form.canUpdate,
    isFixed: (field) => field.immutable === true || views.keyColumns.includes(field.column),
  };
}

/**
 * `sales-order` -> `SalesOrder`, and `route-66` -> `Route_66`, which `route66` is not. A digit cannot begin a name, and
 * `RowList` is the kit's.
 */
const identifierOf = (slug: string): string => {
  const name = slug.replace(/(?:^|-)([a-z])/g, (_, first: string) => first.toUpperCase()).replaceAll("-", "_");
  return /^\d|^Row$/.test(name) ? `Entity${name}` : name;
};

export const distinctFields = (fields: readonly ViewField[]): readonly ViewField[] => [
  ...new Map(fields.map((field) => [field.column, field])).values(),
];
