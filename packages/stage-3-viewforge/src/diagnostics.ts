import type { ConfiguredEntity, ConfiguredField } from "@build-it/artifacts";
import type { Diagnostic } from "@build-it/stage-contract";

const at = (source: ConfiguredEntity["source"]) => (source === undefined ? {} : { location: source });

/** The table types have no table for an entity. */
export const tableMissing = (entity: ConfiguredEntity): Diagnostic => ({
  code: "viewforge/table_missing",
  severity: "error",
  message: `The database has no table for ${entity.name}: ${entity.schema}.${entity.table} is not among the table types.`,
  cause: "A screen can only show what the database has.",
  remedy: "Run the build from stage 2.5, so that the table is made before its screens.",
  subject: `${entity.schema}.${entity.table}`,
  ...at(entity.source),
});

/** The table is there, but not the column of a field. */
export const columnMissing = (entity: ConfiguredEntity, field: ConfiguredField): Diagnostic => ({
  code: "viewforge/column_missing",
  severity: "error",
  message: `The table of ${entity.name} has no column ${field.column} for the field ${field.name}.`,
  cause: "A screen can only show what the database has.",
  remedy: "Run the build from stage 2.5, so that the column is made before the screens that use it.",
  subject: `${entity.table}.${field.column}`,
  ...at(field.source),
});

/** A name holds what Kysely reads as its own notation. */
export const nameNotAddressable = (entity: ConfiguredEntity, name: string): Diagnostic => ({
  code: "viewforge/name_not_addressable",
  severity: "error",
  message: `The name ${JSON.stringify(name)} of ${entity.name} cannot be used in a query of the application.`,
  cause: 'A query reads a dot as "table.column" and " as " as a new name.',
  remedy: "Give the table or the column a name without dots and without the word `as` between spaces.",
  subject: name,
  ...at(entity.source),
});

/** Rows can be made by the access rules, but no form could fill them in. */
export const cannotBeCreated = (entity: ConfiguredEntity, field: ConfiguredField): Diagnostic => ({
  code: "viewforge/cannot_be_created",
  severity: "warning",
  message: `${entity.name} gets no form for new rows: ${field.name} is required, has no default and is not in forms.`,
  cause: "The database would refuse every row that the form sends.",
  remedy: "Give the field a default, or let people enter it.",
  subject: `${entity.table}.${field.column}`,
  ...at(field.source),
});

/** No access rule lets a person of the application read the entity. */
export const notReadable = (entity: ConfiguredEntity): Diagnostic => ({
  code: "viewforge/not_readable",
  severity: "note",
  message: `Nobody may read ${entity.name} through the application: its screens will say so.`,
  remedy: "Add an access rule with `allow: [read]` if people should see it.",
  subject: entity.table,
  ...at(entity.source),
});
