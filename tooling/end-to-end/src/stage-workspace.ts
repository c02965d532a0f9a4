import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseArtifact } from "@build-it/artifacts";
import { type DatabaseSchema, introspectSchema } from "@build-it/postgres-schema";
import {
  applyPending,
  bootstrapSupabase,
  createDatabaseStage,
  type DatabaseProject,
  type RollbackReport,
  rollbackTo,
} from "@build-it/stage-2.5-database";
import type { StageContext, StageResult } from "@build-it/stage-contract";
import { createTestDatabase, type TestMajor } from "@build-it/test-databases";
import { Client, escapeIdentifier } from "pg";
import type { ModelFiles } from "./arbitrary-model.ts";
import { configureModel } from "./configure-model.ts";

/** Stage 2.5's own operations on a real database, without a command around them: fast enough for properties. */
export interface StageWorkspace {
  readonly project: DatabaseProject;
  readonly client: Client;
  readonly url: string;
  readonly major: TestMajor;
  /** Where models are written. */
  readonly folder: string;
  readonly context: StageContext;
  /** Builds a model: the next iteration, where it asks for one. */
  build(files: ModelFiles): Promise<DatabaseArtifact>;
  /** Applies what is on disk. */
  apply(): Promise<void>;
  rollBack(iteration: number, options?: { readonly discardData?: boolean }): Promise<RollbackReport>;
  readSchema(): Promise<DatabaseSchema>;
  /** Back to nothing. */
  reset(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** What a stage gave. Throws with what it said where it stopped. */
export function artifactOf<Output>(result: StageResult<Output>): Output {
  if (result.status === "completed") return result.artifact;
  throw new Error(JSON.stringify([result.reason, ...result.diagnostics], null, 1));
}

export async function createStageWorkspace(
  major: TestMajor,
  {
    changes = "simple",
    rowsInBatch = 1_000,
  }: { readonly changes?: DatabaseProject["changes"]; readonly rowsInBatch?: number } = {},
): Promise<StageWorkspace> {
  const database = await createTestDatabase({ major });
  const client = await database.client();
  const folder = await mkdtemp(join(tmpdir(), "build-it-stage-"));
  const urlOf = (name: string): string => database.url.replace(/\/[^/]*$/, `/${name}`);
  const project: DatabaseProject = {
    name: database.name,
    databaseFolder: join(folder, "database"),
    typesFolder: join(folder, "types"),
    workFolder: join(folder, "work"),
    target: async () => ({ kind: "embedded", url: database.url, label: "the test's database" }),
    changes,
    batches: { rows: rowsInBatch, pauseMs: 0 },
    shadow: async () => ({ major, urlOf }),
  };
  const context: StageContext = {
    runId: "test",
    environment: { name: "development", apply: "auto" },
    signal: new AbortController().signal,
    now: () => new Date(0),
    emit: () => {},
    decide: async ({ kind, unattended, choices }) =>
      kind === "apply_migration" ? (choices.at(-1)?.choice ?? unattended) : unattended,
  };
  const stage = createDatabaseStage(project);
  return {
    project,
    client,
    url: database.url,
    major,
    folder,
    context,
    build: async (files) => artifactOf(await stage.run(await configureModel(folder, files), context)),
    async apply() {
      artifactOf(await applyPending(project, context));
    },
    rollBack: async (iteration, options = {}) =>
      artifactOf(await rollbackTo({ iteration, dryRun: false, ...options }, project, context)),
    readSchema: async () => (await introspectSchema(client, { schemas: ["public"] })).schema,
    async reset() {
      await client.query("DROP SCHEMA IF EXISTS public, build_it CASCADE; CREATE SCHEMA public");
      await bootstrapSupabase(client);
      for (const path of [project.databaseFolder, project.workFolder, project.typesFolder])
        await rm(path, { recursive: true, force: true });
    },
    async [Symbol.asyncDispose]() {
      await database.drop();
      const server = new Client({ connectionString: urlOf("postgres") });
      await server.connect();
      for (const scratch of ["shadow", "blank"])
        await server.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(`${database.name}_${scratch}`)} WITH (FORCE)`);
      await server.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
