import type { ConfiguredEntity, ConfiguredField } from "@build-it/artifacts";
import { columnId, type ObjectId, type SchemaObject, shortenName, tableId } from "@build-it/postgres-schema";
import type { SourceLocation } from "@build-it/stage-contract";

/** SQL that the author of the model wrote, still to be proven to be one expression. */
export interface AuthoredExpression {
  readonly text: string;
  /** What it is for, as a person names it: "the check total_is_positive". */
  readonly purpose: string;
}

/** An object of the schema and where in the model it comes from. */
export interface Designed<Kind extends SchemaObject = SchemaObject> {
  readonly object: Kind;
  readonly entity: string;
  readonly field?: string;
  readonly location?: SourceLocation;
  /** A column that users have no rights on. */
  readonly secret?: true;
  readonly authored?: readonly AuthoredExpression[];
}

/** An object that comes from an entity, or from one of its fields. */
export function designed<Kind extends SchemaObject>(
  object: Kind,
  { entity, field, source }: { entity: ConfiguredEntity; field?: ConfiguredField; source?: SourceLocation | undefined },
  authored: readonly AuthoredExpression[] = [],
): Designed<Kind> {
  const location = source ?? field?.source ?? entity.source;
  return {
    object,
    entity: entity.name,
    ...(field === undefined ? {} : { field: field.name }),
    ...(location === undefined ? {} : { location }),
    ...(object.kind === "column" && field?.secret === true ? { secret: true } : {}),
    ...(authored.length === 0 ? {} : { authored }),
  };
}

/** Where an entity's objects live. */
export const placeOf = ({ schema, table }: ConfiguredEntity): { readonly schema: string; readonly table: string } => ({
  schema,
  table,
});

export const tableOf = (entity: ConfiguredEntity): ObjectId => tableId(entity.schema, entity.table);

export const columnIdOf = (entity: ConfiguredEntity, column: string): ObjectId =>
  columnId(entity.schema, entity.table, column);

/** A field by its name. Stage 2 resolved every name, so a missing one is a bug. */
export function fieldOf(entity: ConfiguredEntity, name: string): ConfiguredField {
  const field = entity.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new Error(`${entity.name} has no field ${JSON.stringify(name)}`);
  return field;
}

export const columnsOf = (entity: ConfiguredEntity, fields: readonly string[]): readonly string[] =>
  fields.map((name) => fieldOf(entity, name).column);

/** A name as PostgreSQL itself would make it, `contacts_account_id_fkey`, cut to 63 bytes where it is longer. */
export const objectName = (...parts: readonly string[]): string => shortenName(parts.join("_"));
