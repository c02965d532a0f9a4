import { randomBytes } from "node:crypto";
import { appendFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PipelineEvent } from "@build-it/stage-contract";

/** `20261122T215222.123Z-4f1a`: sorts by time, and two runs at once differ. */
const runIdPattern = /^\d{8}T\d{6}\.\d{3}Z-[0-9a-f]{4}$/;

/** How many runs stay on disk. */
const keptRuns = 20;

/** One run on disk: `<runs folder>/<run id>/`. */
export interface RunFolder {
  readonly runId: string;
  readonly path: string;
  /** False for a run that is only asked something: nothing of it is written, but for the log of a crash. */
  readonly kept: boolean;
}

/** Names a new run. A kept one gets its folder at once, and runs beyond the last twenty are removed. */
export function createRunFolder(runsFolder: string, startedAt: Date, kept: boolean): RunFolder {
  const time = startedAt.toISOString().replaceAll(/[-:]/g, "");
  const runId = `${time}-${randomBytes(2).toString("hex")}`;
  const path = join(runsFolder, runId);
  if (!kept) return { runId, path, kept };
  mkdirSync(path, { recursive: true });
  for (const old of listRuns(runsFolder).slice(keptRuns)) rmSync(old.path, { recursive: true, force: true });
  return { runId, path, kept };
}

/** The runs on disk, newest first; none where the folder does not exist. */
export function listRuns(runsFolder: string): readonly RunFolder[] {
  let names: readonly string[];
  try {
    names = readdirSync(runsFolder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
  return names
    .filter((name) => runIdPattern.test(name))
    .sort((a, b) => (a < b ? 1 : -1))
    .map((runId) => ({ runId, path: join(runsFolder, runId), kept: true }));
}

/** The folder of a stage in a run: `03-stage-2.5-database`. `position` counts from 1. */
export const stageFolderName = (position: number, stageName: string): string =>
  `${String(position).padStart(2, "0")}-${stageName}`;

/** Keeps an artifact as JSON, on one line: a large one is written with every run. `undefined` is no artifact. */
export function writeArtifact(
  run: RunFolder,
  artifact: { readonly folder: string; readonly file: "input.json" | "output.json"; readonly value: unknown },
): void {
  if (!run.kept || artifact.value === undefined) return;
  const folder = join(run.path, artifact.folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, artifact.file), `${JSON.stringify(artifact.value)}\n`);
}

/** Appends an event to the run's log, `events.ndjson`. Written at once, so that a crash loses nothing. */
export function logEvent(run: RunFolder, event: PipelineEvent): void {
  if (run.kept) appendFileSync(join(run.path, "events.ndjson"), `${JSON.stringify(event)}\n`);
}

/** Writes down an error with its stack and causes; gives the file. */
export function writeCrashLog(run: RunFolder, stage: string, error: unknown): string {
  mkdirSync(run.path, { recursive: true });
  const file = join(run.path, "crash.log");
  appendFileSync(file, `${stage}\n${describeError(error)}\n`);
  return file;
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const text = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? text : `${text}\nCaused by: ${describeError(error.cause)}`;
}
