import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import fc from "fast-check";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type DatabaseSchema,
  diffSchemas,
  emptySchema,
  introspectSchema,
  isSame,
  type Plan,
  planMigration,
  planRollback,
} from "../src/index.ts";
import { arbitrarySchema, schemaName } from "./arbitrary-schema.ts";

const runs = Number(process.env.BUILD_IT_PROPERTY_RUNS ?? 25);

describe.each([17, 18] as const)("on PostgreSQL %i", (major) => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase({ major });
    client = await database.client();
  });
  afterAll(() => database.drop());

  const options = { postgresMajor: major };
  const run = async ({ steps }: Plan): Promise<DatabaseSchema> => {
    for (const { sql } of steps) await client.query(sql.text);
    return (await introspectSchema(client, { schemas: [schemaName] })).schema;
  };
  const inTransaction = async <T>(work: () => Promise<T>): Promise<T> => {
    await client.query("BEGIN");
    try {
      return await work();
    } finally {
      await client.query("ROLLBACK");
    }
  };

  test(
    "a plan leads from any schema to any other, leaves nothing to do, and its rollback leads back",
    async () => {
      await fc.assert(
        fc.asyncProperty(arbitrarySchema, arbitrarySchema, async (before, after) => {
          const fromNothing = await inTransaction(() => run(planMigration(emptySchema, after, options)));
          await inTransaction(async () => {
            const start = await run(planMigration(emptySchema, before, options));
            const end = await run(planMigration(before, after, options));
            expect(isSame(diffSchemas(fromNothing, end)), describeDifference(fromNothing, end)).toBe(true);
            expect(planMigration(after, after, options).steps).toEqual([]);
            const back = await run(planRollback(before, after, options));
            expect(isSame(diffSchemas(start, back)), describeDifference(start, back)).toBe(true);
          });
        }),
        { numRuns: runs },
      );
    },
    runs * 10_000,
  );
});

const describeDifference = (expected: DatabaseSchema, found: DatabaseSchema): string =>
  JSON.stringify(diffSchemas(expected, found), null, 1).slice(0, 3000);
