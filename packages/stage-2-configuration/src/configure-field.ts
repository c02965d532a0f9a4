import type { ConfiguredField, ModuleDefinition, ValueSource } from "@build-it/artifacts";
import type { EntityDefinition, EntityField, FieldFile } from "@build-it/busm";
import { deriveColumn, deriveLabel, isSqlValue, keyOf } from "@build-it/busm";
import { chooseDisplay } from "./choose-display.ts";
import { configureDefault } from "./configure-default.ts";
import { configureType, storageOf } from "./configure-type.ts";

/** A field with everything said that the model leaves to defaults. */
export const configureField = (
  { name, field, origin }: EntityField,
  { entity, sources }: EntityDefinition,
  module: ModuleDefinition,
): ConfiguredField => {
  const isKey = keyOf(entity).includes(name);
  const unique = field.unique === true;
  const type = configureType(field, { entity: entity.entity, name }, module);
  return {
    name,
    column: field.column ?? deriveColumn(name),
    label: field.label ?? labelOf(name, field),
    help: field.help,
    description: field.description,
    type,
    ...storageOf(field, module),
    required: isKey || field.type === "identity" || (field.required ?? false),
    unique,
    // A unique constraint and a key of one field bring an index of their own.
    index: field.index ?? (isSearchedBy(field) && !unique && !(isKey && keyOf(entity).length === 1)),
    default: configureDefault(field),
    immutable: field.immutable ?? false,
    readonly: field.readonly ?? (field.type === "computed" || field.type === "identity"),
    secret: field.secret ?? false,
    searchable: field.searchable ?? (type.kind === "text" && !field.secret && chooseDisplay(entity) === name),
    deprecated: field.deprecated ?? false,
    backfill: field.backfill === undefined ? undefined : valueSource(field.backfill),
    cast: field.cast === undefined ? undefined : valueSource(field.cast),
    mapValues: field.map,
    renamedFrom: field.renamed_from && {
      name: field.renamed_from.name,
      column: field.renamed_from.column ?? deriveColumn(field.renamed_from.name),
    },
    origin,
    source: sources[`fields.${name}`] ?? sources[`mixins.${origin}`] ?? sources[""],
  };
};

/** What points at another row, or is made to be searched by, has an index by itself. */
const isSearchedBy = ({ type }: FieldFile): boolean => type === "reference" || type === "user" || type === "search";

const valueSource = (value: NonNullable<FieldFile["backfill"]>): ValueSource =>
  isSqlValue(value) ? { kind: "sql", expression: value.sql } : { kind: "literal", value };

/** `accountId` is the account to people: the id is not what they see. */
const labelOf = (name: string, { type }: FieldFile): string =>
  deriveLabel(type === "reference" || type === "user" ? name.replace(/(?<=.)(?:Id|_id)$/, "") : name);
