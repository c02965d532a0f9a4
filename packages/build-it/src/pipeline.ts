import { join, resolve } from "node:path";
import type { ModuleSource } from "@build-it/artifacts";
import { Configuration } from "@build-it/artifacts";
import { createRequirementsStage } from "@build-it/stage-1-requirements";
import {
  ApplyReport,
  ApprovalReport,
  applyPending,
  approveMigrations,
  BaselineReport,
  bootstrapSupabase,
  buildModelSchema,
  checkReceipt,
  createDatabaseStage,
  type DatabaseProject,
  GenerateReport,
  generateIteration,
  HistoryReport,
  ModelSchema,
  PlanReport,
  PrepareReport,
  planIteration,
  prepareTarget,
  RebaseReport,
  Receipt,
  RestoreReport,
  type RetireOptions,
  RetireReport,
  type RollbackOptions,
  RollbackReport,
  readHistory,
  readModelSchema,
  readStatus,
  rebaseIterations,
  restoreArchive,
  retireObjects,
  rollbackTo,
  type ShadowServer,
  type SquashOptions,
  SquashReport,
  StatusReport,
  squashIterations,
  type TargetDatabase,
  VerifyReport,
  verifyTarget,
  writeBaseline,
  writeTypes,
} from "@build-it/stage-2.5-database";
import { configurationStage } from "@build-it/stage-2-configuration";
import { viewForgeStage } from "@build-it/stage-3-viewforge";
import { createComponentsStage } from "@build-it/stage-4-components";
import { createValidationStage } from "@build-it/stage-5-validation";
import { createDeploymentStage, PreviewUnavailable, servePreview } from "@build-it/stage-6-deployment";
import type { Stage, StageContext, StageResult } from "@build-it/stage-contract";
import { z } from "zod";
import { pipeline } from "./compose/pipeline.ts";
import type { Project } from "./project/open-project.ts";
import { HaltError } from "./run/halt-error.ts";

// The one file that knows the stages.

export type { DatabaseProject, ShadowServer, TargetDatabase };
/** Gives a plain database what a Supabase project has; see stage 2.5. */
export const bringSupabase = bootstrapSupabase;
/** A snapshot.json, by its text, as a schema; undefined where it is none. */
export const readSnapshot = readModelSchema;

/** What a run of an application starts from. */
export const sourceOf = ({ appFolder, config }: Project): ModuleSource => ({
  root: resolve(appFolder, config.busm),
  module: config.module,
});

/** The stages that read the model; every longer pipeline begins with them. */
const readTheModel = ({ database }: Project) =>
  pipeline<ModuleSource>()
    .stage(
      "requirements",
      createRequirementsStage({ cacheFolder: join(database.workFolder, "cache") }),
      ({ source }) => source,
    )
    .stage("configuration", configurationStage, ({ requirements }) => requirements);

const standardPipeline = (project: Project) => {
  const { appFolder, database } = project;
  return readTheModel(project)
    .stage("database", createDatabaseStage(database), ({ configuration }) => configuration)
    .stage("views", viewForgeStage, ({ configuration, database }) => ({ configuration, tables: database.tables }))
    .stage("components", createComponentsStage({ appFolder }), ({ views, database }) => ({
      views,
      tables: database.tables,
    }))
    .stage("validation", createValidationStage({ appFolder }), ({ components, database }) => ({
      files: components,
      tables: database.tables,
    }))
    .stage("deployment", createDeploymentStage({ appFolder }), ({ components, validation, database }) => ({
      files: components,
      validation,
      database,
    }));
};

/** The whole of BUILD IT: seven stages in order. */
export type BuildItPipeline = ReturnType<typeof standardPipeline>;

/** `build-it run`: all stages in order, as the application's config changes them. */
export function createBuildIt(project: Project): BuildItPipeline {
  const standard = standardPipeline(project);
  // The config may only add stages and replace some by others of the same type, so what is promised here stays.
  return (project.config.stages?.(standard as never) as BuildItPipeline | undefined) ?? standard;
}

/** `build-it plan`: what the next build would do. */
export const createPlan = (project: Project) =>
  readTheModel(project).stage(
    "report",
    {
      name: "plan",
      title: "Plan",
      input: Configuration,
      output: PlanReport,
      run: (configuration, context) => planIteration(configuration, project.database, context),
    },
    ({ configuration }) => configuration,
  );

/** `build-it retire`: lists what is only kept for earlier iterations, or gives some of it up. */
export const createRetirement = (project: Project, wanted: RetireOptions) =>
  readTheModel(project).stage(
    "report",
    {
      name: "retire",
      title: "Retire",
      input: Configuration,
      output: RetireReport,
      run: (configuration, context) => retireObjects(wanted, configuration, { project: project.database, context }),
    },
    ({ configuration }) => configuration,
  );

/** The schema that the model asks for; nothing is written. */
export const createModelSchema = (project: Project) =>
  readTheModel(project).stage(
    "schema",
    {
      name: "model-schema",
      title: "Schema of the model",
      input: Configuration,
      output: ModelSchema,
      run: (configuration, context) => buildModelSchema(configuration, project.database, context),
    },
    ({ configuration }) => configuration,
  );

/** `build-it import`: a model as a baseline, whose history `source` begins with. */
export const createBaseline = (project: Project, source: TargetDatabase | null) =>
  readTheModel(project).stage(
    "report",
    {
      name: "baseline",
      title: "Baseline",
      input: Configuration,
      output: BaselineReport,
      run: (configuration, context) => writeBaseline(configuration, { project: project.database, source }, context),
    },
    ({ configuration }) => configuration,
  );

/** Stage 2.5 without a target: the files of the next iteration and the table types. */
const generateDatabaseStage = (database: DatabaseProject): Stage<Configuration, GenerateReport> => ({
  name: "stage-2.5-database-files",
  title: "Database files",
  input: Configuration,
  output: GenerateReport,
  run: (configuration, context) => generateIteration(configuration, database, context),
});

/** `build-it generate`: stages 1 to 4 as files, a pure function of files. The target is not touched. */
export const createGenerate = (project: Project) =>
  readTheModel(project)
    .stage("database", generateDatabaseStage(project.database), ({ configuration }) => configuration)
    .stage("views", viewForgeStage, ({ configuration, database }) => ({ configuration, tables: database.tables }))
    .stage("components", createComponentsStage(project), ({ views, database }) => ({
      views,
      tables: database.tables,
    }));

/**
 * `build-it build`: what is generated, type-checked and deployed. The receipt of a verified database comes after
 * generating, since generating may find an iteration that no database has yet.
 */
export const createBuild = (project: Project) =>
  createGenerate(project)
    .stage("receipt", createReceiptStage(project.database), () => undefined)
    .stage("validation", createValidationStage(project), ({ components, database }) => ({
      files: components,
      tables: database.tables,
    }))
    .stage("deployment", createDeploymentStage(project), ({ components, validation, receipt }) => ({
      files: components,
      validation,
      database: receipt,
    }));

const createReceiptStage = (database: DatabaseProject): Stage<undefined, Receipt> => ({
  name: "receipt",
  title: "Receipt",
  input: z.undefined(),
  output: Receipt,
  run: (_input, context) => checkReceipt(database, context),
});

/** Part of stage 2.5 as a pipeline of one stage, so that it is run, cancelled, told and logged like any other. */
const databaseCommand = <Output>(
  command: { readonly name: string; readonly title: string; readonly output: z.ZodType<Output> },
  run: (context: StageContext) => Promise<StageResult<Output>>,
) => {
  const stage: Stage<undefined, Output> = {
    ...command,
    input: z.undefined(),
    run: (_input, context) => run(context),
  };
  return pipeline<undefined>().stage("report", stage, () => undefined);
};

/** `build-it apply`: applies the pending migrations, verifies, writes the receipt. */
export const createApply = ({ database }: Project) =>
  databaseCommand({ name: "apply", title: "Apply", output: ApplyReport }, (context) => applyPending(database, context));

/** `build-it verify`: compares the target with the last iteration. */
export const createVerify = ({ database }: Project) =>
  databaseCommand({ name: "verify", title: "Verify", output: VerifyReport }, (context) =>
    verifyTarget(database, context),
  );

/** `build-it status`: where files and target are. */
export const createStatus = ({ database }: Project) =>
  databaseCommand({ name: "status", title: "Status", output: StatusReport }, (context) =>
    readStatus(database, context),
  );

/** `build-it history`: what was applied and rolled back. */
export const createHistory = ({ database }: Project) =>
  databaseCommand({ name: "history", title: "History", output: HistoryReport }, (context) =>
    readHistory(database, context),
  );

/** `build-it rollback`: takes iterations back. */
export const createRollback = ({ database }: Project, wanted: RollbackOptions) =>
  databaseCommand({ name: "rollback", title: "Rollback", output: RollbackReport }, (context) =>
    rollbackTo(wanted, database, context),
  );

/** `build-it restore`: brings back what waits in the archive. */
export const createRestore = ({ database }: Project, wanted: { readonly dryRun: boolean }) =>
  databaseCommand({ name: "restore", title: "Restore", output: RestoreReport }, (context) =>
    restoreArchive(wanted, database, context),
  );

/** `build-it squash`: folds old iterations into a baseline. */
export const createSquash = ({ database }: Project, wanted: SquashOptions) =>
  databaseCommand({ name: "squash", title: "Squash", output: SquashReport }, (context) =>
    squashIterations(wanted, database, context),
  );

/** `build-it rebase`: puts this branch's iterations behind another branch's. */
export const createRebase = (project: Project, wanted: { readonly onto?: string }) =>
  readTheModel(project).stage(
    "report",
    {
      name: "rebase",
      title: "Rebase",
      input: Configuration,
      output: RebaseReport,
      run: (configuration, context) => rebaseIterations({ ...wanted, configuration }, project.database, context),
    },
    ({ configuration }) => configuration,
  );

/** `build-it approve`: records who approved which checksum. */
export const createApproval = (
  { database }: Project,
  wanted: { readonly iteration?: number; readonly approvedBy: string },
) =>
  databaseCommand({ name: "approve", title: "Approve", output: ApprovalReport }, (context) =>
    approveMigrations(wanted, database, context),
  );

const TypeFiles = z.object({ typeFiles: z.array(z.string()) });

/** `build-it types`: writes the table types of the last iteration. */
export const createTypes = ({ database }: Project) =>
  databaseCommand<{ readonly typeFiles: readonly string[] }>(
    { name: "types", title: "Table types", output: TypeFiles },
    (context) => writeTypes(database, context),
  );

/** `build-it db prepare`: gives a plain PostgreSQL what access rules stand on. */
export const createPreparation = ({ database }: Project) =>
  databaseCommand({ name: "prepare", title: "Prepare", output: PrepareReport }, (context) =>
    prepareTarget(database, context),
  );

/** `build-it receipt --check`: whether the last apply was verified and is still true of the files. */
export const createReceiptCheck = ({ database }: Project) =>
  pipeline<undefined>().stage("report", createReceiptStage(database), () => undefined);

/** `build-it preview`: serves what stage 6 built, against the environment's database. Throws `HaltError`. */
export async function servePreviewOf(
  project: Project,
  port: number,
): Promise<Awaited<ReturnType<typeof servePreview>>> {
  const { url: databaseUrl } = await project.database.target();
  try {
    return await servePreview({ appFolder: project.appFolder, databaseUrl, port, host: "127.0.0.1" });
  } catch (error) {
    throw error instanceof PreviewUnavailable ? new HaltError("invalid_output", error.diagnostic) : error;
  }
}
