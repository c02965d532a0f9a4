import type { FieldFile } from "@build-it/busm";
import { splitType } from "@build-it/postgres-schema";

type DefaultFile = NonNullable<FieldFile["default"]>;

/** A default as people write it, where PostgreSQL makes the same of that; else its SQL. */
export const liftDefault = (expression: string, field: FieldFile, columnType: string): DefaultFile =>
  liftLiteral(expression, field, columnType) ?? { sql: expression };

const numeric: ReadonlySet<string> = new Set(["smallint", "integer", "bigint", "float", "decimal"]);

function liftLiteral(expression: string, field: FieldFile, columnType: string): DefaultFile | undefined {
  const { type } = field;
  if (numeric.has(type)) return liftNumber(expression);
  switch (type) {
    case "boolean":
      return expression === "true" ? true : expression === "false" ? false : undefined;
    case "datetime":
      return expression === "now()" ? "now" : undefined;
    case "date":
      return expression === "CURRENT_DATE" ? "today" : undefined;
    case "uuid":
      return expression === "gen_random_uuid()" ? "uuid" : undefined;
    case "user":
      return expression === "auth.uid()" ? "user" : undefined;
    case "list":
      return expression === `'{}'::${columnType}` ? [] : undefined;
    case "json":
      return liftJson(constantOf(expression, columnType));
    case "string":
    case "text":
    case "enum": {
      const { base } = splitType(columnType);
      return constantOf(expression, base === "character" ? "bpchar" : base);
    }
    default:
      return undefined;
  }
}

/** The text of `'it''s'::text`; undefined where it is something else, or of another type. */
function constantOf(expression: string, type: string): string | undefined {
  const [, text, cast] = /^'((?:[^'\\]|'')*)'::(.+)$/s.exec(expression) ?? [];
  return text === undefined || cast !== type ? undefined : text.replaceAll("''", "'");
}

function liftNumber(expression: string): number | undefined {
  // PostgreSQL prints a number below zero as a constant with its type.
  const text = /^'(-\d+(?:\.\d+)?)'::(?:integer|numeric)$/.exec(expression)?.[1] ?? expression;
  return /^-?\d{1,15}(\.\d+)?$/.test(text) && String(Number(text)) === text ? Number(text) : undefined;
}

function liftJson(text: string | undefined): Record<string, unknown> | unknown[] | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && JSON.stringify(value) === text.replaceAll(/(?<=[:,]) /g, "")
      ? (value as Record<string, unknown> | unknown[])
      : undefined;
  } catch {
    return undefined;
  }
}
