import type { AccessRule, Configuration, ConfiguredEntity, ConfiguredField, FieldType } from "@build-it/artifacts";

/** Small models for tests, as stage 2 would hand them over. */

/** `accountId` -> `account_id`. */
const columnOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export const sampleField = (name: string, type: FieldType, rest: Partial<ConfiguredField> = {}): ConfiguredField => ({
  name,
  column: columnOf(name),
  label: name,
  type,
  required: false,
  unique: false,
  index: type.kind === "reference" || type.kind === "user" || type.kind === "search",
  immutable: false,
  readonly: false,
  secret: false,
  searchable: false,
  deprecated: false,
  origin: "model",
  ...rest,
});

export const text: FieldType = { kind: "text", format: "plain" };

export const keyField: ConfiguredField = sampleField(
  "id",
  { kind: "uuid" },
  {
    required: true,
    default: { kind: "uuid" },
    origin: "key",
  },
);

export const sampleEntity = (
  name: string,
  fields: readonly ConfiguredField[],
  rest: Partial<ConfiguredEntity> = {},
): ConfiguredEntity => ({
  name,
  label: name,
  pluralLabel: `${name}s`,
  schema: "public",
  table: `${columnOf(name).replace(/^_/, "")}s`,
  display: "id",
  key: ["id"],
  fields: [keyField, ...fields],
  uniques: [],
  indexes: [],
  checks: [],
  access: [],
  behaviours: { immutable: [] },
  ...rest,
});

export const sampleConfiguration = (
  entities: readonly ConfiguredEntity[],
  rest: Partial<Configuration> = {},
): Configuration => ({
  module: { name: "crm", title: "CRM" },
  subModules: [],
  entities: [...entities],
  extensions: [],
  sqlFiles: [],
  ...rest,
});

export const referenceTo = (entity: string): FieldType => ({
  kind: "reference",
  entity,
  field: "id",
  type: { kind: "uuid" },
  onDelete: "cascade",
  onUpdate: "no_action",
  deferrable: false,
});

export const enumOf = (name: string, values: readonly string[], storage: "check" | "native" = "check") =>
  ({
    kind: "enum",
    name,
    storage,
    typeName: name,
    values: values.map((value) => ({ value, label: value })),
  }) as const satisfies FieldType;

export const allow = (
  to: AccessRule["to"],
  operations: AccessRule["allow"],
  rest: Partial<AccessRule> = {},
): AccessRule => ({
  allow: operations,
  to,
  when: [],
  ...rest,
});
