import { HaltError, openProject, type Project, type RunOptions, type RunResult } from "@build-it/build-it";
import type { Decision, Diagnostic } from "@build-it/stage-contract";
import { exitCodeOf } from "@build-it/stage-contract";
import { exitCodes } from "./exit-codes.ts";
import { type Invocation, say, writeAnswer, writeEvent } from "./invocation.ts";
import { failed, failedLog, haltedBecause, nextCommand } from "./messages.ts";
import { drawDiagnostic } from "./screen/draw-diagnostic.ts";
import { listPanel } from "./screen/draw-panel.ts";
import { showProgress } from "./screen/show-progress.ts";

/** What a command answers: an object for programs, text for people. */
export interface Answer {
  readonly json: object;
  readonly text: string;
}

/** What a command does with an application: runs something and prints what came of it. */
export interface ProjectCommand<Artifacts> {
  run(project: Project, options: RunOptions): Promise<RunResult<Artifacts>>;
  /** The answer of a run that completed. */
  answer(result: Extract<RunResult<Artifacts>, { status: "completed" }>): Answer;
  /** The exit code of a run that completed; 0 without it. */
  exitCode?(artifacts: Artifacts): number;
  /** False for commands that only look: they leave no run on disk and show no progress. */
  readonly kept?: boolean;
}

/** Opens the application, runs a command on it, prints, and gives the exit code. */
export async function runProject<Artifacts>(
  invocation: Invocation,
  command: ProjectCommand<Artifacts>,
): Promise<number> {
  return withProject(invocation, async (project) => {
    const result = await command.run(project, createRunOptions(invocation, project, command.kept ?? true));
    if (result.status !== "completed") return reportStop(invocation, result);
    writeAnswer(invocation, command.answer(result));
    return command.exitCode?.(result.artifacts) ?? exitCodes.done;
  });
}

/** Opens the application, or says why there is none, and lets go of its servers at the end. */
export async function withProject(
  invocation: Invocation,
  work: (project: Project) => Promise<number>,
): Promise<number> {
  const opened = await openProject({ ...invocation, notice: (text) => say(invocation, text) });
  if (opened.status === "refused") return refuse(invocation, opened.diagnostics);
  try {
    return await work(opened.project);
  } catch (error) {
    if (!(error instanceof HaltError)) throw error;
    return stopOutside(invocation, error);
  } finally {
    await opened.project.close();
  }
}

/** Prints a halt that came outside of a run. */
export function stopOutside(invocation: Invocation, { reason, diagnostics }: HaltError): number {
  const exitCode = exitCodeOf(reason.kind);
  showDiagnostics(invocation, diagnostics);
  writeStop(invocation, { status: "halted", exitCode, reason, diagnostics });
  return exitCode;
}

/** Prints why a command cannot begin. */
export function refuse(invocation: Invocation, diagnostics: readonly Diagnostic[]): number {
  showDiagnostics(invocation, diagnostics);
  if (invocation.terminal.mode !== "text") {
    writeAnswer(invocation, { json: { status: "refused", exitCode: exitCodes.error, diagnostics }, text: "" });
  }
  return exitCodes.error;
}

/** Prints diagnostics for people. */
export function showDiagnostics(invocation: Invocation, diagnostics: readonly Diagnostic[]): void {
  const { terminal } = invocation;
  for (const diagnostic of diagnostics) {
    say(invocation, drawDiagnostic(diagnostic, terminal.columns(), terminal.style).join("\n"));
  }
}

/** `--ask`: what an environment would apply by itself is asked about. What needs an approval goes on needing it. */
export const withAsking = (options: RunOptions, { ask = false }: { readonly ask?: boolean }): RunOptions =>
  ask && options.environment.apply === "auto"
    ? { ...options, environment: { ...options.environment, apply: "ask" } }
    : options;

/** `--no-restore`: what waits in the archive stays there. */
export const withRestoring = (options: RunOptions, { restore = true }: { readonly restore?: boolean }): RunOptions =>
  restore
    ? options
    : {
        ...options,
        decide: async (decision) => {
          const leave = decision.kind === "restore_rows" && decision.choices.find(({ choice }) => choice === "leave");
          return leave ? leave.choice : options.decide(decision);
        },
      };

/** How a run is told and asked about on this terminal. */
export function createRunOptions(invocation: Invocation, project: Project, kept: boolean): RunOptions {
  const { terminal, signal } = invocation;
  const progress = showProgress(terminal, { quiet: !kept });
  const showPanel = (decision: Decision<string>) => {
    if (decision.panel !== undefined) say(invocation, listPanel(decision.panel, terminal.style).join("\n"));
  };
  return {
    runsFolder: project.runsFolder,
    environment: project.environment,
    kept,
    signal,
    now: () => new Date(),
    onEvent: (event) => {
      if (terminal.mode === "json-stream") writeEvent(invocation, event);
      if (terminal.mode === "text") progress.show(event);
    },
    async decide(decision) {
      if (terminal.mode !== "text") return decision.unattended;
      progress.pause();
      try {
        if (!terminal.interactive) {
          showPanel(decision);
          return decision.unattended;
        }
        const { askDecision } = await import("./terminal/ask-decision.ts");
        return await askDecision(decision, terminal, invocation);
      } finally {
        progress.resume();
      }
    },
  };
}

/** Prints why a run did not come to its end, and gives the exit code. */
function reportStop<Artifacts>(
  invocation: Invocation,
  result: Exclude<RunResult<Artifacts>, { status: "completed" }>,
): number {
  const { style } = invocation.terminal;
  const { stage, runId, runFolder, diagnostics } = result;
  if (result.status === "failed") {
    const message = result.error instanceof Error ? result.error.message : String(result.error);
    const { logFile } = result;
    say(invocation, `${style.paint.red(style.cross)} ${failed(stage, message)}\n  ${failedLog(logFile)}`);
    const json = { status: "failed", exitCode: exitCodes.error, stage, message, logFile, runId, diagnostics };
    writeStop(invocation, json);
    return exitCodes.error;
  }
  const { reason } = result;
  const exitCode = exitCodeOf(reason.kind);
  say(invocation, `${style.paint.red(style.cross)} ${style.paint.bold(haltedBecause(reason))}`);
  if (reason.nextCommand !== undefined) say(invocation, `  ${nextCommand(style.paint.cyan(reason.nextCommand))}`);
  writeStop(invocation, { status: "halted", exitCode, stage, reason, runId, runFolder, diagnostics });
  return exitCode;
}

function writeStop(invocation: Invocation, json: object): void {
  if (invocation.terminal.mode !== "text") writeAnswer(invocation, { json, text: "" });
}
