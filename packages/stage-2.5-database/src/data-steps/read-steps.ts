import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { IterationRecord } from "@build-it/artifacts";
import type { Diagnostic } from "@build-it/stage-contract";
import { checksumOf } from "../3-write/checksum.ts";
import type { DatabaseFolder } from "../3-write/database-folder.ts";
import {
  reverseWithoutStep,
  stepNameRefused,
  stepTakenEdited,
  stepTwiceReversed,
  stepWithoutReverse,
} from "../diagnostics/steps.ts";
import { checkStep } from "./check-step.ts";
import type { SqlStep, StepReverse } from "./sql-step.ts";
import { readTypescriptStep } from "./typescript/read-typescript-step.ts";

/** A file of the folder `database/steps/`, as records name it: `steps/fill_phone.before.sql`. */
interface StepFile {
  readonly path: string;
  readonly text: string;
}

export interface ReadSteps {
  /** Steps that no iteration has taken yet, in the order of their names. */
  readonly steps: readonly SqlStep[];
  /** Steps that were taken and are others now. */
  readonly edited: readonly Diagnostic[];
  /** Why files that are new cannot be taken. */
  readonly refused: readonly Diagnostic[];
}

const naming = /^steps\/(?<name>[a-z0-9][a-z0-9_-]*)\.(?<when>before|after)\.(sql|ts)$/;
const namingOfReverse = /^steps\/[a-z0-9][a-z0-9_-]*\.(before|after)\.reverse\.sql$/;
const saysNone = /^\s*--\s*reverse:\s*none\b/i;

/**
 * Reads the folder of data steps beside the migrations. What an iteration has taken must be as it was taken: its text is in
 * the migration, and an edit would change nothing there.
 */
export async function readSteps(folder: DatabaseFolder, records: readonly IterationRecord[]): Promise<ReadSteps> {
  const files = await readFiles(folder);
  const taken = new Map(
    records.flatMap(({ iteration, steps = [] }) =>
      steps.flatMap((step) =>
        [step, ...(step.reverse === null ? [] : [step.reverse])].map(
          ({ file, checksum }) => [file, { iteration, checksum }] as const,
        ),
      ),
    ),
  );
  const edited = files.flatMap(({ path, text }) => {
    const known = taken.get(path);
    return known === undefined || known.checksum === checksumOf(text) ? [] : [stepTakenEdited(path, known.iteration)];
  });
  const fresh = files.filter(({ path }) => !taken.has(path));
  const read = await Promise.all(fresh.filter(({ path }) => naming.test(path)).map((file) => readStep(file, fresh)));
  return {
    steps: read.map(({ step }) => step),
    edited,
    refused: [...fresh.flatMap((file) => misplaced(file, fresh)), ...read.flatMap(({ diagnostics }) => diagnostics)],
  };
}

async function readFiles(folder: DatabaseFolder): Promise<readonly StepFile[]> {
  const names = await readdir(folder.steps).catch(() => []);
  return Promise.all(
    names
      .filter((name) => /\.(sql|ts)$/.test(name))
      .sort()
      .map(async (name) => ({
        path: `steps/${name}`,
        text: (await readFile(join(folder.steps, name), "utf8")).replaceAll(/\r\n?/g, "\n"),
      })),
  );
}

/** A file that is neither a step nor the reverse of one that is new with it. */
function misplaced({ path }: StepFile, files: readonly StepFile[]): readonly Diagnostic[] {
  if (naming.test(path)) return [];
  if (!namingOfReverse.test(path)) return [stepNameRefused(path)];
  const step = path.replace(/\.reverse\.sql$/, ".sql");
  return files.some((file) => file.path === step) ? [] : [reverseWithoutStep(path, step)];
}

async function readStep(
  file: StepFile,
  files: readonly StepFile[],
): Promise<{ readonly step: SqlStep; readonly diagnostics: readonly Diagnostic[] }> {
  const { name = "", when } = naming.exec(file.path)?.groups ?? {};
  if (file.path.endsWith(".ts"))
    return readTypescriptStep(file, { name, when: when === "before" ? "before" : "after" });
  const { sql, diagnostics } = await checkStep(file);
  const reverseFile = files.find(({ path }) => path === file.path.replace(/\.sql$/, ".reverse.sql"));
  const reversed = reverseFile === undefined ? null : await checkStep(reverseFile);
  const reverse: StepReverse | null =
    reverseFile === undefined
      ? null
      : { file: reverseFile.path, sql: reversed?.sql ?? "", checksum: checksumOf(reverseFile.text) };
  const none = saysNone.test(file.text);
  return {
    step: {
      name,
      when: when === "before" ? "before" : "after",
      file: file.path,
      sql,
      checksum: checksumOf(file.text),
      reverse,
    },
    diagnostics: [
      ...diagnostics,
      ...(reversed?.diagnostics ?? []),
      ...(reverse === null && !none ? [stepWithoutReverse(file.path)] : []),
      ...(reverse !== null && none ? [stepTwiceReversed(file.path, reverse.file)] : []),
    ],
  };
}
