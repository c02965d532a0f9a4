import { expect, test } from "vitest";
import { isCompatibleType, isWidening } from "./is-widening.ts";

test.each([
  ["character varying(10)", "character varying(20)"],
  ["character varying(10)", "character varying"],
  ["character varying(10)", "text"],
  ["smallint", "bigint"],
  ["integer", "numeric"],
  ["integer", "numeric(12,2)"],
  ["bigint", "text"],
  ["uuid", "text"],
  ["numeric(10,2)", "numeric(12,4)"],
  ["real", "double precision"],
])("%s fits into %s", (from, to) => {
  expect(isWidening(from, to)).toBe(true);
});

test.each([
  ["character varying(20)", "character varying(10)"],
  ["text", "character varying(10)"],
  ["bigint", "integer"],
  ["integer", "numeric(10,2)"],
  ["numeric(10,2)", "numeric(10,4)"],
  ["numeric", "numeric(10,2)"],
  ["double precision", "real"],
  ["text", "uuid"],
  ["timestamp with time zone", "date"],
  ["integer", "boolean"],
])("%s does not fit into %s", (from, to) => {
  expect(isWidening(from, to)).toBe(false);
});

test.each([
  ["bigint", "text"],
  ["uuid", "text"],
])("code that knows %s does not go on with %s, though every value fits", (from, to) => {
  expect(isWidening(from, to)).toBe(true);
  expect(isCompatibleType(from, to)).toBe(false);
});

test.each([
  ["character varying(10)", "text"],
  ["text", "text"],
  ["integer", "bigint"],
])("code that knows %s goes on with %s", (from, to) => {
  expect(isCompatibleType(from, to)).toBe(true);
});
