import type { ConfiguredEntity, ConfiguredField, FieldType, ViewField, Widget } from "@build-it/artifacts";

type WidgetTable = {
  readonly [Kind in FieldType["kind"]]: (type: Extract<FieldType, { kind: Kind }>) => Widget | null;
};

const textWidgets = {
  plain: "text",
  slug: "text",
  email: "email",
  url: "url",
  phone: "tel",
  color: "color",
  markdown: "multiline",
} as const satisfies Record<Extract<FieldType, { kind: "text" }>["format"], Widget>;

/** Texts that may be longer than this are entered in a box of several lines. */
const longestLine = 300;

/** How each type is shown and entered; null for what a screen cannot show. */
const widgets: WidgetTable = {
  text: (type) => ((type.maxLength ?? 0) > longestLine ? "multiline" : textWidgets[type.format]),
  smallint: () => "number",
  integer: () => "number",
  bigint: () => "number",
  decimal: () => "number",
  float: () => "number",
  boolean: () => "checkbox",
  date: () => "date",
  time: () => "time",
  datetime: () => "datetime",
  duration: () => "text",
  uuid: () => "text",
  json: () => "json",
  bytes: () => null,
  ip: () => "text",
  search: () => null,
  range: () => "text",
  enum: () => "select",
  postgres: () => "text",
  list: (type) => (widgetOf(type.of) === null ? null : "list"),
  reference: () => "reference",
  user: () => "text",
  computed: (type) => widgetOf(type.of),
  identity: () => "number",
};

/** The widget of a type; null when a screen cannot show it (bytes, search vectors). */
export const widgetOf = (type: FieldType): Widget | null =>
  // The table is closed over every kind, which TypeScript cannot follow through an index by a union.
  (widgets[type.kind] as (type: FieldType) => Widget | null)(type);

/** What a field is on every screen; null when no screen can show it. */
export function viewFieldOf(field: ConfiguredField, entities: ReadonlyMap<string, ConfiguredEntity>): ViewField | null {
  const widget = widgetOf(field.type);
  if (widget === null) return null;
  const reference = referenceOf(field.type, entities);
  return {
    column: field.column,
    label: field.label,
    ...(field.help === undefined ? {} : { help: field.help }),
    // A reference to an entity that this module does not select has no screen to pick from.
    widget: widget === "reference" && reference === undefined ? "text" : widget,
    required: field.required,
    ...(field.immutable ? { immutable: true } : {}),
    ...initialOf(field),
    ...limitsOf(field.type),
    ...(reference === undefined ? {} : { reference }),
  };
}

const initialOf = ({ default: value }: ConfiguredField): Pick<ViewField, "initial"> =>
  value?.kind === "literal" && typeof value.value !== "object" ? { initial: value.value } : {};

function referenceOf(type: FieldType, entities: ReadonlyMap<string, ConfiguredEntity>): ViewField["reference"] {
  if (type.kind !== "reference") return undefined;
  const other = entities.get(type.entity);
  // A row is addressed by its whole key; a reference to a part of one, or to another unique field, is shown as a value.
  if (other === undefined || other.key.length !== 1 || other.key[0] !== type.field) return undefined;
  const columnOf = (name: string) => other.fields.find((field) => field.name === name)?.column;
  const keyColumn = columnOf(type.field);
  if (keyColumn === undefined) return undefined;
  const displayColumn = columnOf(type.display ?? other.display) ?? keyColumn;
  return { entity: other.name, table: other.table, keyColumn, displayColumn };
}

function limitsOf(type: FieldType): Partial<ViewField> {
  const scalar = type.kind === "list" || type.kind === "computed" ? type.of : type;
  switch (scalar.kind) {
    case "enum":
      return { options: scalar.values.map(({ value, label }) => ({ value, label })) };
    case "text":
      return present({ maxLength: scalar.maxLength, pattern: scalar.pattern });
    case "smallint":
    case "integer":
    case "bigint":
    case "decimal":
    case "float":
      return present({ min: scalar.min, max: scalar.max });
    default:
      return {};
  }
}

const present = (limits: Partial<ViewField>): Partial<ViewField> =>
  Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
