export { type AnyPipeline, type ArtifactsOf, type Pipeline, type PipelineStep, pipeline } from "./compose/pipeline.ts";
export { answerUnattended, type Decide, type RunOptions } from "./run/run-options.ts";
export { type RunResult, runPipeline } from "./run/run-pipeline.ts";
export { findStage, runStage, UnknownStageError } from "./run/run-stage.ts";
