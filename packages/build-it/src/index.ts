export {
  type ComparedSide,
  type Comparison,
  type ComparisonOptions,
  compareSources,
  type RepeatableComparison,
} from "./compare/compare-sources.ts";
export type { StoredSchema } from "./compare/open-side.ts";
export { type AnyPipeline, type ArtifactsOf, type Pipeline, type PipelineStep, pipeline } from "./compose/pipeline.ts";
export { type BuildItConfigInput, defineConfig } from "./define-config.ts";
export { checkMachine } from "./doctor/check-machine.ts";
export { checkProject } from "./doctor/check-project.ts";
export type { HealthCheck } from "./doctor/health-check.ts";
export { type ImportOptions, type ImportReport, importSchema } from "./import/import-schema.ts";
export { createApp, type NewAppResult } from "./init/create-app.ts";
export {
  type BuildItPipeline,
  createApply,
  createApproval,
  createBuild,
  createBuildIt,
  createGenerate,
  createHistory,
  createModelSchema,
  createPlan,
  createPreparation,
  createRebase,
  createReceiptCheck,
  createRestore,
  createRetirement,
  createRollback,
  createSquash,
  createStatus,
  createTypes,
  createVerify,
  readSnapshot,
  servePreviewOf,
  sourceOf,
} from "./pipeline.ts";
export {
  queryEmbeddedDatabase,
  readDatabaseUrl,
  readEmbeddedServer,
  resetEmbeddedServer,
  startEmbeddedServer,
  stopEmbeddedServer,
} from "./project/embedded-server.ts";
export { findApp } from "./project/find-app.ts";
export { openProject, type Project, type ProjectResult } from "./project/open-project.ts";
export { redactUrl } from "./project/redact-url.ts";
export type { QueryResult } from "./project/run-query.ts";
export { HaltError } from "./run/halt-error.ts";
export { answerUnattended, type Decide, type RunOptions } from "./run/run-options.ts";
export { type RunResult, runPipeline } from "./run/run-pipeline.ts";
export { findStage, runStage, runUntil, UnknownStageError } from "./run/run-stage.ts";
