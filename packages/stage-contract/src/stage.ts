import type { z } from "zod";
import type { Decision } from "./decision.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Environment } from "./environment.ts";
import type { StageEvent } from "./event.ts";
import type { HaltReason } from "./halt.ts";

/**
 * A step of the pipeline: data in, data out. `input` is parsed before `run`, so that a stage can be run alone on a
 * stored artifact; `output` is parsed when an artifact is read back from disk.
 */
export interface Stage<Input, Output> {
  /** "stage-2.5-database": the package's name, and the artifact's folder name in a run. */
  readonly name: string;
  /** "Database generation": for people. */
  readonly title: string;
  readonly input: z.ZodType<Input>;
  readonly output: z.ZodType<Output>;
  run(input: Input, context: StageContext): Promise<StageResult<Output>>;
}

/** A halt is expected (drift, approval needed, invalid model, cancelled) and is a value; a throw is our bug. */
export type StageResult<Output> =
  | { readonly status: "completed"; readonly artifact: Output; readonly diagnostics: readonly Diagnostic[] }
  | { readonly status: "halted"; readonly reason: HaltReason; readonly diagnostics: readonly Diagnostic[] };

/** What a stage may use besides its input: time, cancelling, progress, and a person's decision. */
export interface StageContext {
  readonly runId: string;
  readonly environment: Environment;
  /** Cancel. */
  readonly signal: AbortSignal;
  now(): Date;
  /** Progress: the terminal, the web page and the log read the same. */
  emit(event: StageEvent): void;
  /** Asks a person: Cancel / Review / Apply & Continue. */
  decide<Choice extends string>(question: Decision<Choice>): Promise<Choice>;
}

/** A finished stage. */
export const completed = <Output>(artifact: Output, diagnostics: readonly Diagnostic[] = []): StageResult<Output> => ({
  status: "completed",
  artifact,
  diagnostics,
});

/** An expected stop. */
export const halted = (reason: HaltReason, diagnostics: readonly Diagnostic[] = []): StageResult<never> => ({
  status: "halted",
  reason,
  diagnostics,
});

/** Runs `work` as a named step: emits its start, its end and how long it took, and gives what `work` gave. */
export async function step<T>(
  context: Pick<StageContext, "emit">,
  named: { readonly step: string; readonly title: string; readonly detail?: (result: T) => string | undefined },
  work: () => Promise<T> | T,
): Promise<T> {
  const startedAt = performance.now();
  context.emit({ type: "step_started", step: named.step, title: named.title });
  const result = await work();
  const detail = named.detail?.(result);
  const elapsedMs = Math.round(performance.now() - startedAt);
  context.emit({ type: "step_completed", step: named.step, elapsedMs, ...(detail === undefined ? {} : { detail }) });
  return result;
}
