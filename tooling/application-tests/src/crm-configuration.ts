import { Configuration, type ConfiguredEntity, type ConfiguredField } from "@build-it/artifacts";

type FieldOptions = Partial<Omit<ConfiguredField, "name" | "type">>;

/** A field with every default made explicit. */
export const field = (name: string, type: ConfiguredField["type"], options: FieldOptions = {}): ConfiguredField => ({
  name,
  column: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  label: name.charAt(0).toUpperCase() + name.slice(1),
  type,
  required: false,
  unique: false,
  index: false,
  immutable: false,
  readonly: false,
  secret: false,
  searchable: false,
  deprecated: false,
  origin: "model",
  ...options,
});

export const text = (maxLength?: number): ConfiguredField["type"] => ({
  kind: "text",
  format: "plain",
  ...(maxLength === undefined ? {} : { maxLength }),
});

const choice = (name: string, values: readonly string[]): ConfiguredField["type"] => ({
  kind: "enum",
  name,
  storage: "check",
  typeName: name,
  values: values.map((value) => ({ value, label: value.charAt(0).toUpperCase() + value.slice(1) })),
});

const reference = (entity: string): ConfiguredField["type"] => ({
  kind: "reference",
  entity,
  field: "id",
  type: { kind: "uuid" },
  onDelete: "restrict",
  onUpdate: "no_action",
  deferrable: false,
});

const key = field("id", { kind: "uuid" }, { required: true, origin: "key", label: "Id", default: { kind: "uuid" } });
const timestamps = ["createdAt", "updatedAt"].map((name) =>
  field(
    name,
    { kind: "datetime" },
    {
      required: true,
      readonly: true,
      origin: "timestamps",
      default: { kind: "now" },
      label: name === "createdAt" ? "Created" : "Updated",
    },
  ),
);

const everything = ["create", "read", "update", "delete"] as const;

/** An entity with every default made explicit, that signed-in people may do everything with. */
export const entity = (
  name: string,
  table: string,
  fields: readonly ConfiguredField[],
  options: Partial<ConfiguredEntity> = {},
): ConfiguredEntity => ({
  name,
  label: name,
  pluralLabel: `${name}s`,
  schema: "public",
  table,
  display: "name",
  key: ["id"],
  fields: [key, ...fields, ...timestamps],
  uniques: [],
  indexes: [],
  checks: [],
  access: [{ allow: [...everything], to: "signed_in", when: [] }],
  behaviours: { immutable: [], touchedAt: "updatedAt" },
  ...options,
});

const account = entity("Account", "accounts", [
  field("name", text(200), { required: true, searchable: true, help: "The company's full name." }),
  field("type", choice("AccountType", ["customer", "prospect", "partner"]), {
    required: true,
    default: { kind: "literal", value: "prospect" },
  }),
  field("website", { kind: "text", format: "url" }),
  field("employees", { kind: "integer", min: 0 }),
  field("annualRevenue", { kind: "decimal", precision: 14, scale: 2 }, { label: "Annual revenue" }),
  field("active", { kind: "boolean" }, { required: true, default: { kind: "literal", value: true } }),
  field("foundedOn", { kind: "date" }, { label: "Founded on" }),
  field("nextCallAt", { kind: "datetime" }, { label: "Next call" }),
  field("tags", { kind: "list", of: { kind: "text", format: "plain" } }),
  field("settings", { kind: "json" }),
  field("apiKey", text(), { secret: true }),
  field("code", text(20), { immutable: true }),
]);

const contact = entity(
  "Contact",
  "contacts",
  [
    field("name", text(200), { required: true }),
    field("email", { kind: "text", format: "email" }),
    field("accountId", reference("Account"), { required: true, label: "Account" }),
    field("reportsToId", reference("Contact"), { label: "Reports to" }),
    field(
      "ownerId",
      { kind: "user", onDelete: "restrict" },
      {
        label: "Owner",
        required: true,
        origin: "owned",
        default: { kind: "user" },
      },
    ),
  ],
  {
    access: [
      { allow: ["read", "create"], to: "signed_in", when: [] },
      { allow: ["update", "delete"], to: "owner", when: [] },
    ],
    behaviours: { immutable: [], touchedAt: "updatedAt", owner: "ownerId" },
  },
);

const country = entity("Country", "countries", [], {
  pluralLabel: "Countries",
  schema: "reference",
  key: ["continent", "code"],
  fields: [
    field("continent", text(2), { required: true, origin: "key" }),
    field("code", text(2), { required: true, origin: "key" }),
    field("name", text(), { required: true }),
  ],
  access: [
    { allow: ["read"], to: "anyone", when: [] },
    { allow: ["create", "update", "delete"], to: "signed_in", when: [] },
  ],
  behaviours: { immutable: [] },
});

/** What stage 2 gives for a small CRM: references, a composite key, another schema, owners, most types of fields. */
export const crmConfiguration: Configuration = Configuration.parse({
  module: { name: "crm", title: "Customers" },
  subModules: [
    { name: "sales", title: "Sales", entities: ["Account", "Contact"] },
    { name: "reference", title: "Reference", entities: ["Country"] },
  ],
  entities: [account, contact, country],
  extensions: [],
  sqlFiles: [],
});
