export { type AnyPipeline, type ArtifactsOf, type Pipeline, type PipelineStep, pipeline } from "./compose/pipeline.ts";
export { type BuildItConfigInput, defineConfig } from "./define-config.ts";
export {
  createApply,
  createApproval,
  createHistory,
  createReceiptCheck,
  createRollback,
  createStatus,
  createTypes,
  createVerify,
} from "./pipeline.ts";
export { openProject, type Project, type ProjectResult } from "./project/open-project.ts";
export { redactUrl } from "./project/redact-url.ts";
export { suggestWord } from "./project/suggest-word.ts";
export { HaltError } from "./run/halt-error.ts";
export { answerUnattended, type Decide, type RunOptions } from "./run/run-options.ts";
export { type RunResult, runPipeline } from "./run/run-pipeline.ts";
export { findStage, runStage, UnknownStageError } from "./run/run-stage.ts";
