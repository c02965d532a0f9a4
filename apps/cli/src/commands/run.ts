import {
  type BuildItPipeline,
  createBuildIt,
  type Project,
  type RunOptions,
  type RunResult,
  runStage,
  runUntil,
  sourceOf,
  UnknownStageError,
} from "@build-it/build-it";
import { exitCodes } from "../exit-codes.ts";
import { type Invocation, say, writeAnswer } from "../invocation.ts";
import { describeDeployment, inputWantsStage } from "../messages.ts";
import { type Answer, runProject, withAsking, withRestoring } from "../run-project.ts";
import { readDatabaseOutcome, readDeploymentOutcome } from "./read-outcome.ts";

interface Options {
  readonly stage?: string;
  readonly input?: string;
  readonly to?: string;
  readonly ask?: boolean;
  readonly restore?: boolean;
}

type Artifacts = Readonly<Record<string, unknown>>;

/** `build-it run`: the whole of BUILD IT, up to a stage, or one stage alone. */
export async function run(invocation: Invocation, options: Options): Promise<number> {
  if (options.input !== undefined && options.stage === undefined) return refuseUsage(invocation, inputWantsStage);
  try {
    return await runProject<Artifacts>(invocation, {
      run: (project, runOptions) =>
        runWanted(project, options, withRestoring(withAsking(runOptions, options), options)),
      answer: (result) =>
        options.stage === undefined ? describeRun(invocation, result) : describeStageRun(result, options.stage),
    });
  } catch (error) {
    if (error instanceof UnknownStageError) return refuseUsage(invocation, error.message);
    throw error;
  }
}

function runWanted(
  project: Project,
  { stage, input, to }: Options,
  runOptions: RunOptions,
): Promise<RunResult<Artifacts>> {
  const pipeline: BuildItPipeline = createBuildIt(project);
  if (stage === undefined) return runUntil(pipeline, to, sourceOf(project), runOptions);
  return runStage(pipeline, stage, { ...runOptions, ...(input === undefined ? {} : { inputFile: input }) });
}

type Completed = Extract<RunResult<Artifacts>, { status: "completed" }>;

/** What a run made of the database, and what it left to look at. */
function describeRun({ terminal }: Invocation, result: Completed): Answer {
  const { paint, tick } = terminal.style;
  const { runId, runFolder, diagnostics, artifacts } = result;
  const database = readDatabaseOutcome(artifacts.database);
  const json = { status: "completed", runId, runFolder, database, deployment: artifacts.deployment, diagnostics };
  if (database === undefined) return { json, text: `${paint.green(tick)} Done.` };
  const did = database.applied.length === 0 ? "nothing to change" : `applied ${database.applied.join(", ")}`;
  const text = `${paint.green(tick)} Iteration ${database.iteration} is applied and verified on ${database.target}: ${did}.`;
  const deployment = readDeploymentOutcome(artifacts.deployment);
  return { json, text: deployment === undefined ? text : `${text}\n${describeDeployment(deployment)}` };
}

/** The artifact of one stage, as JSON for programs and as a file for people. */
function describeStageRun({ runId, runFolder, artifacts, diagnostics }: Completed, stage: string): Answer {
  const [name, artifact] = Object.entries(artifacts).find(([key]) => key !== "source") ?? [stage, undefined];
  return {
    json: { status: "completed", runId, runFolder, stage: name, artifact, diagnostics },
    text: runFolder,
  };
}

function refuseUsage(invocation: Invocation, message: string): number {
  say(invocation, message);
  if (invocation.terminal.mode !== "text") {
    writeAnswer(invocation, { json: { status: "usage", exitCode: exitCodes.usage, message }, text: "" });
  }
  return exitCodes.usage;
}
