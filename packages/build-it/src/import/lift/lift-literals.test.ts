import type { FieldFile } from "@build-it/busm";
import type { Check } from "@build-it/postgres-schema";
import { expect, test } from "vitest";
import { liftDefault } from "./lift-default.ts";
import { valuesOfCheck } from "./lift-enum-check.ts";

test.each<readonly [expression: string, type: FieldFile["type"], column: string, value: unknown]>([
  ["'it''s'::text", "text", "text", "it's"],
  ["'x'::character varying", "string", "character varying(3)", "x"],
  ["'x'::bpchar", "string", "character(3)", "x"],
  ["'x'::text", "string", "character varying(3)", undefined],
  ["E'a\\\\b'::text", "text", "text", undefined],
  ["'a\\b'::text", "text", "text", undefined],
  ["0", "integer", "integer", 0],
  ["'-1'::integer", "smallint", "smallint", -1],
  ["0.10", "decimal", "numeric(5,2)", undefined],
  ["4.99", "decimal", "numeric(5,2)", 4.99],
  ["'9007199254740993'::bigint", "bigint", "bigint", undefined],
  ["9007199254740993", "bigint", "bigint", undefined],
  ["true", "boolean", "boolean", true],
  ["now()", "datetime", "timestamp without time zone", "now"],
  ["CURRENT_TIMESTAMP", "datetime", "timestamp with time zone", undefined],
  ["CURRENT_DATE", "date", "date", "today"],
  ["gen_random_uuid()", "uuid", "uuid", "uuid"],
  ["'{}'::text[]", "list", "text[]", []],
  ['\'{"a": [1, "b: c"]}\'::jsonb', "json", "jsonb", undefined],
  ["'{\"a\": 1}'::jsonb", "json", "jsonb", { a: 1 }],
  ["'{\"a\": 1.0}'::jsonb", "json", "jsonb", undefined],
  ["'G'::public.rating", "enum", "public.rating", "G"],
])("the default %s of %s in %s is said as people would", (expression, type, column, value) => {
  const said = liftDefault(expression, { type } as FieldFile, column);
  expect(said).toEqual(value ?? { sql: expression });
});

test.each([
  ["status = ANY (ARRAY['a'::text, 'it''s'::text])", ["a", "it's"]],
  ["(status = ANY (ARRAY['a'::text]))", ["a"]],
  ["((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))", ["a", "b"]],
  ["(status = ANY (ARRAY['a'::text]) OR (size > 1))", undefined],
  ["(status = ANY (ARRAY['a'::text, upper('b'::text)]))", undefined],
  ["(other = ANY (ARRAY['a'::text]))", undefined],
])("the check %s lists its values", (expression, values) => {
  expect(valuesOfCheck({ expression } as Check, "status")).toEqual(values);
});
