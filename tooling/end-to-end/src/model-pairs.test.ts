import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Configuration } from "@build-it/artifacts";
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
import { requirementsStage } from "@build-it/stage-1-requirements";
import { bootstrapSupabase, type DesignResult, designSchema } from "@build-it/stage-2.5-database";
import { configurationStage } from "@build-it/stage-2-configuration";
import type { StageContext } from "@build-it/stage-contract";
import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import fc from "fast-check";
import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arbitraryModel, type ModelFiles } from "./arbitrary-model.ts";

const runs = Number(process.env.BUILD_IT_PROPERTY_RUNS ?? 40);

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

const context: StageContext = {
  runId: "test",
  environment: { name: "development", apply: "auto" },
  signal: new AbortController().signal,
  now: () => new Date(0),
  emit: () => {},
  decide: async ({ unattended }) => unattended,
};

async function configure(files: ModelFiles): Promise<Configuration> {
  const module = join(folder, "crm");
  await rm(module, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(module, path)), { recursive: true });
    await writeFile(join(module, path), text);
  }
  const requirements = await requirementsStage.run({ root: folder, module: "crm" }, context);
  if (requirements.status === "halted") throw new Error(JSON.stringify(requirements.diagnostics, null, 1));
  const configuration = await configurationStage.run(requirements.artifact, context);
  if (configuration.status === "halted") throw new Error(JSON.stringify(configuration.diagnostics, null, 1));
  return configuration.artifact;
}

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

test("from any model to any other: the plan leads there, planning again gives nothing, and the rollback leads back", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryModel, arbitraryModel, async (first, second) => {
      const before = await designSchema(await configure(first), null);
      const configuration = await configure(second);
      const after = await designSchema(configuration, before.design);
      const again = await designSchema(configuration, after.design);
      expect(planMigration(after.schema, again.schema, options).steps.map(({ sql }) => sql.text)).toEqual([]);
      const fromNothing = await inTransaction(() => build(after));
      await inTransaction(async () => {
        const start = await build(before);
        const end = await run(
          planMigration(databaseSchema(before.design.objects), after.schema, { ...options, ...after }),
        );
        expect(isSame(difference(fromNothing, end)), JSON.stringify(difference(fromNothing, end), null, 1)).toBe(true);
        const back = await run(planRollback(before.schema, after.schema, { ...options, renames: after.renames }));
        expect(isSame(difference(start, back)), JSON.stringify(difference(start, back), null, 1)).toBe(true);
      });
    }),
    { numRuns: runs },
  );
}, 300_000);
