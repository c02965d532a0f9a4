import type { ConfiguredEntity, ConfiguredField, ScalarType } from "@build-it/artifacts";
import { type Check, constant, ident, joinSql, literal, type Sql, sql } from "@build-it/postgres-schema";
import { longestVarchar } from "./design-type.ts";
import { columnIdOf, type Designed, designed, objectName, placeOf } from "./designed.ts";

/** What the values of an entity must be: the rules of its fields, and the checks its author wrote. */
export const designChecks = (entity: ConfiguredEntity): readonly Designed<Check>[] => [
  ...entity.fields.flatMap((field) => fieldChecks(entity, field)),
  ...entity.checks.map((check) => {
    const object = checkObject(entity, check.name, check.expression, []);
    const authored = [{ text: check.expression, purpose: `the check ${check.name}` }];
    return designed(object, { entity, source: check.source }, authored);
  }),
];

const fieldChecks = (entity: ConfiguredEntity, field: ConfiguredField): readonly Designed<Check>[] =>
  conditionsOf(field).map(({ suffix, condition }) => {
    const name = objectName(entity.table, field.column, suffix);
    return designed(checkObject(entity, name, condition.text, [field.column]), { entity, field });
  });

const checkObject = (
  entity: ConfiguredEntity,
  name: string,
  expression: string,
  columns: readonly string[],
): Check => ({
  kind: "check",
  ...placeOf(entity),
  name,
  expression,
  validated: true,
  dependsOn: columns.map((column) => columnIdOf(entity, column)),
});

/** One check for each rule, so that a violation names the rule and a change of one leaves the others alone. */
interface Condition {
  readonly suffix: string;
  readonly condition: Sql;
}

function conditionsOf({ type, column, storedAs }: ConfiguredField): readonly Condition[] {
  const name = ident(column);
  // Keys and computed values are as good as what they are made from.
  if (type.kind === "reference" || type.kind === "user" || type.kind === "computed" || type.kind === "identity")
    return [];
  if (type.kind === "list") return listConditions(type.of, name);
  return scalarConditions(type, name, storedAs === undefined ? longestVarchar : 0);
}

/** Of texts the column's type holds `lengthOfType` characters at most; what is longer is checked. */
function scalarConditions(type: ScalarType, name: Sql, lengthOfType: number): readonly Condition[] {
  if (type.kind === "text") return textConditions(type, name, lengthOfType);
  if (type.kind === "enum")
    return type.storage === "check" ? [{ suffix: "check", condition: isOneOf(type, name) }] : [];
  const { min, max } = boundsOf(type);
  const limits = [
    ...(min === undefined ? [] : [sql`${name} >= ${constant(min)}`]),
    ...(max === undefined ? [] : [sql`${name} <= ${constant(max)}`]),
  ];
  return limits.length === 0 ? [] : [{ suffix: "range_check", condition: joinSql(limits, " AND ") }];
}

/** A list's rules hold for each element; what needs one text at a time (patterns) is left to the application. */
function listConditions(type: ScalarType, name: Sql): readonly Condition[] {
  if (type.kind === "enum" && type.storage === "check")
    return [{ suffix: "check", condition: sql`${name} <@ ARRAY[${valuesOf(type)}]::text[]` }];
  const { min, max } = boundsOf(type);
  const limits = [
    ...(min === undefined ? [] : [sql`${constant(min)} <= ALL (${name})`]),
    ...(max === undefined ? [] : [sql`${constant(max)} >= ALL (${name})`]),
  ];
  return limits.length === 0 ? [] : [{ suffix: "range_check", condition: joinSql(limits, " AND ") }];
}

const boundsOf = (type: ScalarType): { readonly min?: number | undefined; readonly max?: number | undefined } =>
  "min" in type || "max" in type ? { min: type.min, max: type.max } : {};

type EnumType = Extract<ScalarType, { kind: "enum" }>;

const valuesOf = (type: EnumType): Sql =>
  joinSql(
    type.values.map(({ value }) => literal(value)),
    ", ",
  );

const isOneOf = (type: EnumType, name: Sql): Sql =>
  type.values.length === 0 ? sql`false` : sql`${name} IN (${valuesOf(type)})`;

type TextType = Extract<ScalarType, { kind: "text" }>;

/** Loose on purpose: what these refuse is wrong for certain. Plain text, Markdown and phone numbers take anything. */
const formatPatterns: Readonly<Partial<Record<TextType["format"], Sql>>> = {
  email: literal(String.raw`^[^@\s]+@[^@\s]+$`),
  url: literal(String.raw`^[a-zA-Z][a-zA-Z0-9+.-]*://\S+$`),
  slug: literal("^[a-z0-9]+(-[a-z0-9]+)*$"),
  color: literal("^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$"),
};

function textConditions(type: TextType, name: Sql, lengthOfType: number): readonly Condition[] {
  const lengths = [
    ...(type.minLength === undefined || type.minLength === 0
      ? []
      : [sql`char_length(${name}) >= ${constant(type.minLength)}`]),
    ...(type.maxLength === undefined || type.maxLength <= lengthOfType
      ? []
      : [sql`char_length(${name}) <= ${constant(type.maxLength)}`]),
  ];
  const format = formatPatterns[type.format];
  return [
    ...(lengths.length === 0 ? [] : [{ suffix: "length_check", condition: joinSql(lengths, " AND ") }]),
    ...(format === undefined ? [] : [{ suffix: "format_check", condition: sql`${name} ~ ${format}` }]),
    ...(type.pattern === undefined
      ? []
      : [{ suffix: "pattern_check", condition: sql`${name} ~ ${literal(type.pattern)}` }]),
  ];
}
