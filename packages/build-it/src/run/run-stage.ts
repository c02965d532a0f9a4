import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { halted } from "@build-it/stage-contract";
import { z } from "zod";
import type { AnyPipeline, PipelineStep } from "../compose/pipeline.ts";
import { inputFileUnreadable, noStoredInput, stageInputInvalid } from "../diagnostics.ts";
import { listRuns, stageFolderName } from "./run-folder.ts";
import type { RunOptions } from "./run-options.ts";
import { type NumberedStep, numberSteps, type RunResult, runSteps } from "./run-pipeline.ts";

/** Nobody is called that. The command line turns it into a usage error. */
export class UnknownStageError extends Error {
  override readonly name = "UnknownStageError";
  readonly known: readonly string[];
  constructor(wanted: string, known: readonly string[]) {
    super(`There is no stage "${wanted}". The stages are ${known.join(", ")}.`);
    this.known = known;
  }
}

/**
 * Finds a stage by the pipeline's name for it ("database"), its full name ("stage-2.5-database") or its number ("2.5").
 * Throws `UnknownStageError` when there is none.
 */
export function findStage(pipeline: AnyPipeline, wanted: string): NumberedStep {
  const found = numberSteps(pipeline).find(({ step }) =>
    [step.name, step.stage.name, /^stage-([\d.]+)-/.exec(step.stage.name)?.[1]].includes(wanted),
  );
  if (found === undefined) {
    throw new UnknownStageError(
      wanted,
      pipeline.steps.map((step) => step.stage.name),
    );
  }
  return found;
}

/**
 * Runs one stage alone. Its input comes from `inputFile`, or else from the last run that has one; input and output are
 * kept as a new run. Halts with `invalid_model` when there is no input or it does not fit the stage.
 *
 * Throws `UnknownStageError`.
 */
export async function runStage(
  pipeline: AnyPipeline,
  wanted: string,
  options: RunOptions & { readonly inputFile?: string },
): Promise<RunResult<Readonly<Record<string, unknown>>>> {
  const numbered = findStage(pipeline, wanted);
  const file = options.inputFile ?? findStoredInput(options.runsFolder, numbered);
  const stored = readInput(file, numbered.step, wanted);
  const stage = stored.problem === undefined ? numbered.step.stage : haltingStage(numbered.step, stored.problem);
  return runSteps([{ ...numbered, step: { ...numbered.step, stage } }], {
    source: undefined,
    inputOf: () => stored.input,
    options,
  });
}

/**
 * Runs a pipeline from its beginning to a stage, that one included; to the end where none is named. Throws
 * `UnknownStageError`.
 */
export async function runUntil(
  pipeline: AnyPipeline,
  wanted: string | undefined,
  source: unknown,
  options: RunOptions,
): Promise<RunResult<Readonly<Record<string, unknown>>>> {
  const last = wanted === undefined ? pipeline.steps.length : findStage(pipeline, wanted).position;
  const inputOf = (step: PipelineStep, artifacts: Readonly<Record<string, unknown>>) => step.select(artifacts);
  return runSteps(numberSteps(pipeline).slice(0, last), { source, inputOf, options });
}

/** The newest stored input of a stage. */
function findStoredInput(runsFolder: string, { step, position }: NumberedStep): string | undefined {
  return listRuns(runsFolder)
    .map((run) => join(run.path, stageFolderName(position, step.stage.name), "input.json"))
    .find((file) => existsSync(file));
}

type Problem = ReturnType<typeof noStoredInput>;

function readInput(
  file: string | undefined,
  { stage }: PipelineStep,
  wanted: string,
): { readonly input?: unknown; readonly problem?: Problem } {
  if (file === undefined) return { problem: noStoredInput(stage.name, wanted) };
  let input: unknown;
  try {
    input = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    return { problem: inputFileUnreadable(file, error) };
  }
  const parsed = stage.input.safeParse(input);
  return parsed.success ? { input } : { problem: stageInputInvalid(stage.name, file, parsed.error) };
}

/** Stands in for a stage that cannot begin, so that the stop is told and kept like any other halt. */
const haltingStage = ({ stage }: PipelineStep, problem: Problem): PipelineStep["stage"] => ({
  ...stage,
  input: z.unknown(),
  run: async () => halted({ kind: "invalid_model", message: problem.message }, [problem]),
});
