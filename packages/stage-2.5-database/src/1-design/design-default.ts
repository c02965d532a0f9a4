import type { ConfiguredEntity, ConfiguredField, DefaultValue, LiteralValue } from "@build-it/artifacts";
import { constant, type Default, joinSql, literal, type Sql, sql, typeName } from "@build-it/postgres-schema";
import { currentTenant, currentUser } from "./current-user.ts";
import { columnTypeOf, scalarOf } from "./design-type.ts";
import { columnIdOf, type Designed, designed, placeOf } from "./designed.ts";

/** A field's default, where it has one. */
export function designDefault(entity: ConfiguredEntity, field: ConfiguredField): readonly Designed<Default>[] {
  const value = defaultOf(entity, field);
  if (value === undefined || field.type.kind === "computed" || field.type.kind === "identity") return [];
  const authored =
    value.kind === "sql" ? [{ text: value.expression, purpose: `the default of ${entity.name}.${field.name}` }] : [];
  const object: Default = {
    kind: "default",
    ...placeOf(entity),
    column: field.column,
    expression: expressionOf(value, entity, field),
    dependsOn: [columnIdOf(entity, field.column)],
  };
  return [designed(object, { entity, field }, authored)];
}

/**
 * An owner who is not named is the signed-in user. What rows got when a field became required, new rows get too that come
 * from code which does not know that.
 */
function defaultOf(entity: ConfiguredEntity, field: ConfiguredField): DefaultValue | undefined {
  if (field.default !== undefined) return field.default;
  if (field.name === entity.behaviours.owner) return { kind: "user" };
  return field.required && field.backfill?.kind === "literal" ? field.backfill : undefined;
}

function expressionOf(value: DefaultValue, entity: ConfiguredEntity, field: ConfiguredField): string {
  switch (value.kind) {
    case "literal":
      return literalValue(value, entity, field).text;
    case "now":
      return nowOf(field).text;
    case "today":
      return sql`CURRENT_DATE`.text;
    case "uuid":
      return sql`gen_random_uuid()`.text;
    case "user":
      return currentUser.text;
    case "tenant":
      return currentTenant(columnTypeOf(field, entity.schema).type).text;
    case "sql":
      // In parentheses: in a column's definition DEFAULT takes no bare `a OR b`.
      return `(${value.expression})`;
  }
}

function nowOf(field: ConfiguredField): Sql {
  const { kind } = scalarOf(field.type);
  if (kind === "date") return sql`CURRENT_DATE`;
  return kind === "time" ? sql`LOCALTIME` : sql`now()`;
}

/** A literal as a value of the field's column. */
export function literalValue({ value }: LiteralValue, entity: ConfiguredEntity, field: ConfiguredField): Sql {
  const { type } = columnTypeOf(field, entity.schema);
  if (field.type.kind === "list") {
    const elements = (Array.isArray(value) ? value : [value]).map(scalarConstant);
    if (elements.length === 0) return sql`'{}'::${typeName(type)}`;
    return sql`ARRAY[${joinSql(elements, ", ")}]::${typeName(type)}`;
  }
  // JSON's own text: a string is "quoted" in it, a number is not.
  if (scalarOf(field.type).kind === "json") return sql`${literal(JSON.stringify(value))}::${typeName(type)}`;
  return scalarConstant(value);
}

const scalarConstant = (value: unknown): Sql =>
  typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? constant(value)
    : literal(JSON.stringify(value));
