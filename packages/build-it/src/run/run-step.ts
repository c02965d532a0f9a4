import type {
  Decision,
  Diagnostic,
  HaltReason,
  PipelineEvent,
  StageContext,
  StageEvent,
} from "@build-it/stage-contract";
import { halted, type StageResult } from "@build-it/stage-contract";
import type { PipelineStep } from "../compose/pipeline.ts";
import { HaltError } from "./halt-error.ts";
import { logEvent, type RunFolder, stageFolderName, writeArtifact, writeCrashLog } from "./run-folder.ts";
import type { RunOptions } from "./run-options.ts";

/** What came of one stage. `failed`: it threw, which is a bug of ours. */
export type StepOutcome =
  | { readonly status: "completed"; readonly artifact: unknown; readonly diagnostics: readonly Diagnostic[] }
  | { readonly status: "halted"; readonly reason: HaltReason; readonly diagnostics: readonly Diagnostic[] }
  | { readonly status: "failed"; readonly error: unknown; readonly logFile: string; readonly diagnostics: readonly [] };

/** A run under way: where it writes, and who listens. */
export interface CurrentRun {
  readonly folder: RunFolder;
  readonly options: RunOptions;
  publish(event: PipelineEvent): void;
}

/** Opens a run: every event goes to its log and to the listener. */
export const openRun = (folder: RunFolder, options: RunOptions): CurrentRun => ({
  folder,
  options,
  publish: (event) => {
    logEvent(folder, event);
    options.onEvent?.(event);
  },
});

/** Parses the input, runs the stage, keeps input and artifact on disk and says what happened. Never throws for the stage. */
export async function runStep(
  step: PipelineStep,
  position: number,
  input: () => unknown,
  run: CurrentRun,
): Promise<StepOutcome> {
  const { stage } = step;
  const startedAt = performance.now();
  const elapsedMs = () => Math.round(performance.now() - startedAt);
  run.publish({ type: "stage_started", stage: stage.name, title: stage.title });
  try {
    const result = await runOrCancel(step, position, input, run);
    for (const diagnostic of result.diagnostics) {
      run.publish({ type: "stage_event", stage: stage.name, event: { type: "diagnostic", diagnostic } });
    }
    if (result.status === "halted") {
      run.publish({ type: "stage_halted", stage: stage.name, reason: result.reason, elapsedMs: elapsedMs() });
      return result;
    }
    writeArtifact(run.folder, {
      folder: stageFolderName(position, stage.name),
      file: "output.json",
      value: result.artifact,
    });
    run.publish({ type: "stage_completed", stage: stage.name, elapsedMs: elapsedMs() });
    return result;
  } catch (error) {
    const logFile = writeCrashLog(run.folder, stage.name, error);
    const message = error instanceof Error ? error.message : String(error);
    run.publish({ type: "stage_failed", stage: stage.name, message, logFile, elapsedMs: elapsedMs() });
    return { status: "failed", error, logFile, diagnostics: [] };
  }
}

async function runOrCancel(
  { stage }: PipelineStep,
  position: number,
  input: () => unknown,
  run: CurrentRun,
): Promise<StageResult<unknown>> {
  const { signal } = run.options;
  if (signal.aborted) return halted(cancelled);
  try {
    const parsed = stage.input.parse(input());
    writeArtifact(run.folder, { folder: stageFolderName(position, stage.name), file: "input.json", value: parsed });
    return await stage.run(parsed, contextOf(stage.name, run));
  } catch (error) {
    // A stage that lets the abort through as an exception was still stopped by the person, not by a bug.
    if (signal.aborted && isAbort(error, signal)) return halted(cancelled);
    if (error instanceof HaltError) return halted(error.reason, error.diagnostics);
    throw error;
  }
}

const cancelled: HaltReason = { kind: "cancelled", message: "The run was cancelled." };

const isAbort = (error: unknown, signal: AbortSignal): boolean =>
  error === signal.reason || (error instanceof Error && error.name === "AbortError");

function contextOf(stageName: string, run: CurrentRun): StageContext {
  const { environment, signal, now } = run.options;
  return {
    runId: run.folder.runId,
    environment,
    signal,
    now,
    emit: (event: StageEvent) => run.publish({ type: "stage_event", stage: stageName, event }),
    async decide<Choice extends string>(question: Decision<Choice>): Promise<Choice> {
      const { kind, panel } = question;
      run.publish({
        type: "decision_asked",
        stage: stageName,
        kind,
        question: question.question,
        ...(panel === undefined ? {} : { panel }),
      });
      const choice = await run.options.decide(question);
      run.publish({ type: "decision_answered", stage: stageName, kind, choice });
      return choice;
    },
  };
}
