import type { ColumnDeclaration, ViewField } from "@build-it/artifacts";

/** A `Rule` of the application kit, as a value. */
export type RuleValue = Readonly<Record<string, unknown>>;

/** What the input of a field must be, from what the screen wants and what the column takes. */
export function ruleOf(field: ViewField, column: ColumnDeclaration | undefined): RuleValue {
  const hasDefault = column?.hasDefault ?? false;
  return {
    ...kindOf(field, column?.postgresType ?? "text"),
    ...(field.required && !hasDefault ? { required: true } : {}),
    blank: field.required && hasDefault ? "default" : "null",
  };
}

const integers = /^(smallint|integer)\b/;
const floats = /^(real|double precision)\b/;
const exact = /^(bigint|numeric|decimal)\b/;

function kindOf(field: ViewField, postgresType: string): RuleValue {
  switch (field.widget) {
    case "checkbox":
      return { kind: "boolean" };
    case "date":
    case "time":
    case "datetime":
    case "json":
      return { kind: field.widget };
    case "select":
      return { kind: "choice", values: field.options?.map(({ value }) => value) ?? [] };
    case "list":
      return listRule(field, postgresType);
    case "number":
    case "reference":
      return numberRule(field, postgresType) ?? textRule(field);
    default:
      return textRule(field);
  }
}

const numberRule = (field: ViewField, postgresType: string): RuleValue | undefined => {
  const kind = integers.test(postgresType)
    ? "integer"
    : floats.test(postgresType)
      ? "number"
      : exact.test(postgresType)
        ? "decimal"
        : undefined;
  return kind && { kind, ...present({ min: field.min, max: field.max }) };
};

const textRule = (field: ViewField): RuleValue => ({
  kind: "text",
  ...present({ maxLength: field.maxLength, pattern: field.pattern }),
});

function listRule(field: ViewField, postgresType: string): RuleValue {
  if (field.options !== undefined)
    return { kind: "list", of: "choice", values: field.options.map(({ value }) => value) };
  if (integers.test(postgresType) || floats.test(postgresType)) return { kind: "list", of: "number" };
  return { kind: "list", of: exact.test(postgresType) ? "decimal" : "text" };
}

const present = (limits: RuleValue): RuleValue =>
  Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
