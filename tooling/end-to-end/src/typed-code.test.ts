import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { databaseSchema, emptySchema, introspectSchema, joinSql, planMigration, sql } from "@build-it/postgres-schema";
import { bootstrapSupabase, type Design, declareTables, designSchema, printTypes } from "@build-it/stage-2.5-database";
import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import fc from "fast-check";
import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arbitraryEvolution } from "./arbitrary-evolution.ts";
import { configureModel } from "./configure-model.ts";
import { firstModel, makeIteration, modelFiles } from "./evolving-model.ts";
import { typedCode } from "./typed-code.ts";

/** The types of every iteration take the statements of that iteration's code. */
const runs = Number(process.env.BUILD_IT_TYPED_CODE_RUNS ?? 10);

let database: TestDatabase;
let client: Client;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase({ major: 17 });
  client = await database.client();
  await bootstrapSupabase(client);
  // Where Kysely and Zod are found.
  const parent = join(import.meta.dirname, "../../../packages/stage-2.5-database/test/generated");
  await mkdir(parent, { recursive: true });
  folder = await mkdtemp(join(parent, "typed-code-"));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Writes the types and the code of each iteration into a folder of its own. */
async function writeEvolution(name: string, sequence: ReturnType<typeof evolutions>[number]): Promise<void> {
  await client.query(
    "DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO anon, authenticated, service_role",
  );
  let design: Design | null = null;
  let model = firstModel;
  for (const [index, made] of [[], ...sequence].entries()) {
    model = makeIteration(model, made);
    const configuration = await configureModel(join(folder, "model"), modelFiles(model));
    const previous: Design | null = design;
    const designed = await designSchema(configuration, previous);
    const before = previous === null ? emptySchema : databaseSchema(previous.objects);
    const { steps } = planMigration(before, designed.schema, { postgresMajor: 17, ...designed });
    const statements = joinSql(
      steps.map((step) => step.sql),
      ";\n",
    );
    await client.query(sql`SET check_function_bodies = off;\n${statements}`.text);
    design = designed.design;
    const { schema } = await introspectSchema(client, { schemas: ["public"] });
    const types = printTypes(declareTables(schema, design), { iteration: index + 1, schemaFingerprint: "" });
    const place = join(folder, name, String(index + 1));
    await mkdir(place, { recursive: true });
    for (const { path, text } of types) await writeFile(join(place, path), text);
    await writeFile(join(place, "code.ts"), typedCode({ model, configuration }));
  }
}

const evolutions = (seed: number) => fc.sample(arbitraryEvolution(5), { numRuns: runs, seed });

function compile(): Promise<string> {
  const compiler = createRequire(import.meta.url).resolve("typescript/package.json");
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(dirname(compiler), "bin", "tsc"), "-p", folder],
      { maxBuffer: 1e8 },
      (_error, stdout, stderr) => resolve(stdout + stderr),
    );
  });
}

test("the types of every iteration take the statements of its own code", { timeout: runs * 60_000 }, async () => {
  const seed = Math.trunc(Math.random() * 2 ** 31);
  for (const [index, sequence] of evolutions(seed).entries()) await writeEvolution(String(index), sequence);
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    module: "esnext",
    moduleResolution: "bundler",
    target: "es2023",
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    noEmit: true,
    types: [],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*/*/code.ts"] }));
  expect(await compile(), `seed ${seed}`).toBe("");
});
