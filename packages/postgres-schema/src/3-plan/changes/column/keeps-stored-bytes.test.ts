import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { castsDirectly } from "./casts-directly.ts";
import { keepsStoredBytes } from "./keeps-stored-bytes.ts";

const types = [
  "smallint",
  "integer",
  "bigint",
  "numeric",
  "numeric(10,2)",
  "numeric(12,2)",
  "numeric(12,4)",
  "real",
  "double precision",
  "text",
  "character varying",
  "character varying(10)",
  "character varying(20)",
  "date",
  "timestamp with time zone",
  "timestamp without time zone",
  "boolean",
  "uuid",
  "jsonb",
];

describe("what is said about a change of type is what PostgreSQL does", () => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase({ major: 17 });
    client = await database.client();
  });
  afterAll(() => database.drop());

  test.each(types)("from %s to every other", async (from) => {
    for (const to of types) {
      await client.query("BEGIN");
      await client.query(`CREATE TABLE t (c ${from})`);
      const fileOf = async () => (await client.query("SELECT pg_relation_filenode('t') AS file")).rows[0].file;
      const before = await fileOf();
      const conversion = castsDirectly(from, to) ? `c::${to}` : `c::text::${to}`;
      await client.query(`ALTER TABLE t ALTER COLUMN c TYPE ${to} USING ${conversion}`);
      // Saying that it rewrites when it does not is allowed; the other way round is not.
      if (keepsStoredBytes(from, to)) expect(await fileOf(), `${from} -> ${to}`).toBe(before);
      await client.query("ROLLBACK");
    }
  });
});

test.each([
  ["character varying(10)", "character varying(20)"],
  ["character varying(10)", "text"],
  ["numeric(10,2)", "numeric(12,2)"],
  ["numeric(10,2)", "numeric"],
])("%s becomes %s without a rewrite", (from, to) => {
  expect(keepsStoredBytes(from, to)).toBe(true);
});
