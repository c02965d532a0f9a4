import type { ConfiguredEntity, ConfiguredField, EntityViews, Operation, ViewField } from "@build-it/artifacts";
import { viewFieldOf, widgetOf } from "./view-field.ts";

/** More columns than this do not fit a laptop's screen beside the navigation. */
const longestList = 6;

/** What `forgeViews` looks up: all selected entities by name, and the slug of each. */
export interface Surroundings {
  readonly entities: ReadonlyMap<string, ConfiguredEntity>;
  readonly slugs: ReadonlyMap<string, string>;
}

/** List, detail and form of one entity. Every field's column must exist: `compareWithTables` has looked. */
export function forgeViews(entity: ConfiguredEntity, { entities, slugs }: Surroundings): EntityViews {
  const view = (fields: readonly ConfiguredField[]): ViewField[] =>
    fields.map((field) => viewFieldOf(field, entities)).filter((field) => field !== null);
  const columnOf = (name: string) => entity.fields.find((field) => field.name === name)?.column ?? name;

  const listed = chooseListFields(entity);
  const keyColumns = entity.key.map(columnOf);
  const display = listed[0]?.column ?? keyColumns[0] ?? entity.display;
  const formFields = entity.fields.filter((field) => isEntered(entity, field));

  return {
    entity: entity.name,
    slug: slugs.get(entity.name) ?? entity.name,
    label: entity.label,
    pluralLabel: entity.pluralLabel,
    schema: entity.schema,
    table: entity.table,
    keyColumns,
    displayColumn: display,
    list: { columns: view(listed), orderBy: display, searchColumns: chooseSearchColumns(entity) },
    detail: {
      fields: view(entity.fields.filter((field) => isShown(entity, field) && !isGeneratedKey(entity, field))),
      related: relatedTo(entity, entities),
    },
    form: {
      fields: view(formFields),
      canCreate: isAllowed(entity, "create") && unfillableField(entity) === undefined,
      canUpdate: isAllowed(entity, "update") && formFields.some((field) => !isFixed(entity, field)),
      canDelete: isAllowed(entity, "delete"),
    },
  };
}

/**
 * Whether a rule lets a person of the application do this; rules for `service` are for programs. Where access is said in
 * SQL only the database knows, and it is asked when somebody tries.
 */
export const isAllowed = (entity: ConfiguredEntity, operation: Operation): boolean =>
  entity.accessInSql === true || entity.access.some((rule) => rule.to !== "service" && rule.allow.includes(operation));

/** A field that every new row needs and that neither a person nor the database fills in. */
export const unfillableField = (entity: ConfiguredEntity): ConfiguredField | undefined =>
  entity.fields.find(
    (field) =>
      field.required &&
      field.default === undefined &&
      (field.origin === "model" || field.origin === "key") &&
      field.type.kind !== "computed" &&
      field.type.kind !== "identity" &&
      !isEntered(entity, field),
  );

const isFixed = (entity: ConfiguredEntity, field: ConfiguredField): boolean =>
  field.immutable || entity.key.includes(field.name);

const isShown = (entity: ConfiguredEntity, field: ConfiguredField): boolean =>
  !field.secret && !field.deprecated && field.name !== entity.behaviours.softDelete && widgetOf(field.type) !== null;

const isEntered = (entity: ConfiguredEntity, field: ConfiguredField): boolean =>
  isShown(entity, field) &&
  !field.readonly &&
  (field.origin === "model" || field.origin === "key") &&
  field.type.kind !== "computed" &&
  field.type.kind !== "identity" &&
  !isGeneratedKey(entity, field);

/** A key that the database makes up says nothing to people; it is in the address. */
const isGeneratedKey = (entity: ConfiguredEntity, field: ConfiguredField): boolean =>
  entity.key.includes(field.name) && (field.default !== undefined || field.type.kind === "identity");

const listedWidgets = new Set(["text", "number", "checkbox", "date", "time", "datetime", "select", "reference"]);
const contactWidgets = new Set(["email", "tel", "url"]);

/** The display field first, then the model's own short fields in its order, then when the row last changed. */
function chooseListFields(entity: ConfiguredEntity): readonly ConfiguredField[] {
  const shown = entity.fields.filter((field) => isShown(entity, field));
  const display = shown.filter((field) => field.name === entity.display);
  const short = shown.filter((field) => {
    const widget = widgetOf(field.type);
    return (
      (field.origin === "model" || field.origin === "key") &&
      !isGeneratedKey(entity, field) &&
      field.type.kind !== "uuid" &&
      field.type.kind !== "user" &&
      widget !== null &&
      (listedWidgets.has(widget) || contactWidgets.has(widget))
    );
  });
  const touched = shown.filter((field) => field.name === entity.behaviours.touchedAt);
  const chosen = [...new Set([...display, ...short, ...touched])].slice(0, longestList);
  return chosen.length > 0 ? chosen : shown.filter((field) => entity.key.includes(field.name));
}

/** The fields that the model calls searchable; where it calls none so, the display field and other short texts. */
function chooseSearchColumns(entity: ConfiguredEntity): string[] {
  const texts = entity.fields.filter((field) => isShown(entity, field) && field.type.kind === "text");
  const searchable = texts.filter((field) => field.searchable);
  if (searchable.length > 0) return searchable.map((field) => field.column);
  const listed = new Set(chooseListFields(entity));
  return texts.filter((field) => listed.has(field)).map((field) => field.column);
}

function relatedTo(
  entity: ConfiguredEntity,
  entities: ReadonlyMap<string, ConfiguredEntity>,
): EntityViews["detail"]["related"] {
  return [...entities.values()].flatMap((other) => {
    const references = other.fields.filter(
      (field) => isShown(other, field) && viewFieldOf(field, entities)?.reference?.entity === entity.name,
    );
    return references.map((field) => ({
      entity: other.name,
      table: other.table,
      column: field.column,
      label: references.length === 1 ? other.pluralLabel : `${other.pluralLabel} (${field.label})`,
    }));
  });
}
