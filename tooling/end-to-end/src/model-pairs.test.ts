import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type DatabaseSchema,
  databaseSchema,
  diffSchemas,
  emptySchema,
  introspectSchema,
  isSame,
  type Plan,
  planMigration,
  planRollback,
} from "@build-it/postgres-schema";
import { bootstrapSupabase, type DesignResult, designSchema } from "@build-it/stage-2.5-database";
import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import fc from "fast-check";
import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arbitraryModel } from "./arbitrary-model.ts";
import { configureModel } from "./configure-model.ts";

const runs = Number(process.env.BUILD_IT_MODEL_PAIRS_RUNS ?? 40);

let database: TestDatabase;
let client: Client;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase({ major: 17 });
  client = await database.client();
  await bootstrapSupabase(client);
  folder = await mkdtemp(join(tmpdir(), "build-it-models-"));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const options = { postgresMajor: 17, resetPrivilegesOf: ["anon", "authenticated", "service_role"] };

async function run({ steps }: Plan): Promise<DatabaseSchema> {
  await client.query(steps.map(({ sql }) => `${sql.text};\n`).join(""));
  return (await introspectSchema(client, { schemas: ["public"] })).schema;
}

async function inTransaction<T>(work: () => Promise<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    return await work();
  } finally {
    await client.query("ROLLBACK");
  }
}

const build = ({ schema }: DesignResult) => run(planMigration(emptySchema, schema, options));
const difference = (expected: DatabaseSchema, found: DatabaseSchema) => diffSchemas(expected, found);

test(
  "from any model to any other: the plan leads there, planning again gives nothing, and the rollback leads back",
  async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryModel, arbitraryModel, async (first, second) => {
        const before = await designSchema(await configureModel(folder, first), null);
        const configuration = await configureModel(folder, second);
        const after = await designSchema(configuration, before.design);
        const again = await designSchema(configuration, after.design);
        expect(planMigration(after.schema, again.schema, options).steps.map(({ sql }) => sql.text)).toEqual([]);
        const fromNothing = await inTransaction(() => build(after));
        await inTransaction(async () => {
          const start = await build(before);
          const end = await run(
            planMigration(databaseSchema(before.design.objects), after.schema, { ...options, ...after }),
          );
          expect(isSame(difference(fromNothing, end)), JSON.stringify(difference(fromNothing, end), null, 1)).toBe(
            true,
          );
          const back = await run(
            planRollback(before.schema, after.schema, { ...options, renames: after.renames, copies: after.copies }),
          );
          expect(isSame(difference(start, back)), JSON.stringify(difference(start, back), null, 1)).toBe(true);
        });
      }),
      { numRuns: runs },
    );
  },
  runs * 10_000,
);
