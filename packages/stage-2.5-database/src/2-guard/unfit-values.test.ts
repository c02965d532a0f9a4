import { trusted } from "@build-it/postgres-schema";
import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { refusedValues, unfitValues } from "./unfit-values.ts";

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = await database.client();
});
afterAll(() => database.drop());

test.each([
  ["text", "character varying(3)", "'four'", "refused"],
  ["text", "character varying(3)", "'two'", "fits"],
  ["bigint", "integer", "2147483648", "refused"],
  ["bigint", "integer", "-2147483648", "fits"],
  ["numeric", "integer", "2147483647.4", "rounded"],
  ["numeric", "integer", "2147483647.5", "refused"],
  ["double precision", "bigint", "1e300", "refused"],
  ["numeric", "numeric(5,2)", "999.99", "fits"],
  ["numeric", "numeric(5,2)", "999.994", "rounded"],
  ["numeric", "numeric(5,2)", "-999.995", "refused"],
  ["numeric", "numeric(38,10)", `${"9".repeat(28)}.${"9".repeat(10)}`, "fits"],
  ["numeric", "numeric(38,10)", `1${"0".repeat(28)}`, "refused"],
  ["numeric", "numeric(2,4)", "0.0099", "fits"],
  ["numeric", "numeric(2,4)", "0.01", "refused"],
  ["numeric", "numeric(2,-2)", "9900", "fits"],
  ["numeric", "numeric(2,-2)", "9950", "refused"],
  ["numeric", "integer", "'NaN'", "refused"],
  ["text", "date", "'2026-02-30'", "refused"],
  ["text", "uuid", "'00000000-0000-4000-8000-000000000000'", "fits"],
  ["timestamp with time zone", "date", "now()", "unknown"],
] as const)("a %s as %s: %s is %s", async (from, to, value, is) => {
  const column = trusted(`(${value}::${from})`);
  const { rows } = await client.query(
    `SELECT ${unfitValues(column, from, to).text} AS unfit, ${refusedValues(column, from, to).text} AS refused`,
  );
  expect(rows).toEqual([{ unfit: is !== "fits", refused: is === "refused" }]);
  const short = to.startsWith("character varying(");
  const taken = client.query(
    short ? `CREATE TEMPORARY TABLE t (c ${to}); INSERT INTO t VALUES (${value})` : `SELECT ${column.text}::${to}`,
  );
  if (is === "refused") await expect(taken).rejects.toThrow();
  else await taken;
  await client.query("DROP TABLE IF EXISTS t");
});
