import type { Diagnostic, HaltReason, PipelineEvent } from "@build-it/stage-contract";
import type { AnyPipeline, Pipeline, PipelineStep } from "../compose/pipeline.ts";
import { createRunFolder } from "./run-folder.ts";
import type { RunOptions } from "./run-options.ts";
import { openRun, runStep, type StepOutcome } from "./run-step.ts";

interface RunEnd {
  readonly runId: string;
  /** Absolute: `<NN>-<stage>/{input,output}.json`, `events.ndjson`, and `crash.log` after a bug. */
  readonly runFolder: string;
  /** Of every stage that ran, in order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** How a run ended. `failed`: a stage threw, which is a bug of ours; `logFile` has the stack. */
export type RunResult<Artifacts> = RunEnd &
  (
    | { readonly status: "completed"; readonly artifacts: Artifacts }
    | {
        readonly status: "halted";
        readonly stage: string;
        readonly reason: HaltReason;
        readonly artifacts: Partial<Artifacts>;
      }
    | {
        readonly status: "failed";
        readonly stage: string;
        readonly error: unknown;
        readonly logFile: string;
        readonly artifacts: Partial<Artifacts>;
      }
  );

/**
 * Runs the stages in order and stops at the first that halts or throws. Every input and artifact is kept as JSON in the
 * run's folder, those of the stages before a stop too.
 *
 * Throws only when the run's folder cannot be written.
 */
export async function runPipeline<Artifacts extends { readonly source: unknown }, Inputs extends object>(
  pipeline: Pipeline<Artifacts, Inputs>,
  source: Artifacts["source"],
  options: RunOptions,
): Promise<RunResult<Artifacts>> {
  const inputOf = (step: PipelineStep, artifacts: Readonly<Record<string, unknown>>) => step.select(artifacts);
  // Complete when every step completed, which the runner sees and the compiler cannot.
  return (await runSteps(numberSteps(pipeline), { source, inputOf, options })) as RunResult<Artifacts>;
}

/** A step with its place in the pipeline, counted from 1. */
export interface NumberedStep {
  readonly step: PipelineStep;
  readonly position: number;
}

/** The steps of a pipeline with their places. */
export const numberSteps = ({ steps }: AnyPipeline): readonly NumberedStep[] =>
  steps.map((step, index) => ({ step, position: index + 1 }));

/** Runs some steps of a pipeline as one run; `inputOf` says where a step's input comes from. */
export async function runSteps(
  steps: readonly NumberedStep[],
  from: {
    readonly source: unknown;
    readonly inputOf: (step: PipelineStep, artifacts: Readonly<Record<string, unknown>>) => unknown;
    readonly options: RunOptions;
  },
): Promise<RunResult<Readonly<Record<string, unknown>>>> {
  const folder = createRunFolder(from.options.runsFolder, from.options.now(), from.options.kept ?? true);
  const run = openRun(folder, from.options);
  const startedAt = performance.now();
  run.publish(startOf(folder.runId, steps, from.options));

  const artifacts: Record<string, unknown> = { source: from.source };
  const diagnostics: Diagnostic[] = [];
  const end = { runId: folder.runId, runFolder: folder.path, diagnostics };
  const finish = (status: StepOutcome["status"]) =>
    run.publish({ type: "run_finished", status, elapsedMs: Math.round(performance.now() - startedAt) });

  for (const { step, position } of steps) {
    const outcome = await runStep(step, position, () => from.inputOf(step, artifacts), run);
    diagnostics.push(...outcome.diagnostics);
    if (outcome.status !== "completed") {
      finish(outcome.status);
      return { ...outcome, ...end, stage: step.stage.name, artifacts };
    }
    artifacts[step.name] = outcome.artifact;
  }
  finish("completed");
  return { ...end, status: "completed", artifacts };
}

const startOf = (runId: string, steps: readonly NumberedStep[], options: RunOptions): PipelineEvent => ({
  type: "run_started",
  runId,
  environment: options.environment.name,
  stages: steps.map(({ step }) => ({ name: step.stage.name, title: step.stage.title })),
});
