import { relative } from "node:path";
import { completed, type StageContext, type StageResult, step } from "@build-it/stage-contract";
import { type DatabaseFolder, databaseFolder } from "../3-write/database-folder.ts";
import { allRecords, lastNumber } from "../3-write/iteration-chain.ts";
import type { DatabaseFiles, Iteration } from "../3-write/read-database-files.ts";
import { filesOf, placeFiles } from "../3-write/write-iteration.ts";
import { compareHistory } from "../5-apply/compare-history.ts";
import { catchHalt, Halt, withTarget } from "../5-apply/connect.ts";
import { type HistoryRow, positionOf, readHistoryRows } from "../5-apply/history.ts";
import { lockTarget } from "../5-apply/lock-target.ts";
import { nothingToSquash, squashAheadOfDatabase, stepsFolded } from "../diagnostics/history.ts";
import { openFiles } from "../operations/open-files.ts";
import { findApprovalsOf } from "../operations/read-approvals.ts";
import type { DatabaseProject } from "../project.ts";
import type { SquashReport } from "../reports.ts";
import { type RehearsedBaseline, rehearseBaseline } from "./rehearse-baseline.ts";
import { type Folding, recordFolding, writeFolding } from "./write-folding.ts";

/** Up to which iteration is folded; a dry run writes nothing. */
export interface SquashOptions {
  readonly iteration: number;
  readonly dryRun: boolean;
}

/**
 * `build-it squash --to N`: folds the iterations up to N into a baseline, which builds from nothing what they built. What
 * comes after N stays as it is, and a database that is at N or past it needs nothing. The target is asked whether it is.
 */
export const squashIterations = (
  { iteration: to, dryRun }: SquashOptions,
  project: DatabaseProject,
  context: StageContext,
): Promise<StageResult<SquashReport>> =>
  catchHalt(async () => {
    const target = await project.target();
    return withTarget(target, async (client): Promise<StageResult<SquashReport>> => {
      await lockTarget(client, { label: target.label, signal: context.signal });
      const files = await openFiles(project);
      const folding: Folding = { ...chooseFolded(files.iterations, to), now: context.now() };
      demandPast(await readHistoryRows(client), { iterations: files.iterations, to, label: target.label });
      const { migration, record, left } = await prepareBaseline(project, { folding, files }, context);
      const folder = databaseFolder(project.databaseFolder);
      const written = filesOf(folder, { record, migration });
      const removed = (await findGone(folder, folding.folded)).filter((place) => !written.has(place));
      if (!dryRun)
        await step(context, { step: "write", title: `Writing ${migration.file}` }, () =>
          placeFiles(folder, { written, removed }),
        );
      const report: SquashReport = {
        target: target.label,
        iteration: to,
        dryRun,
        baseline: migration,
        folded: folding.folded.map(({ record: { iteration, name } }) => ({ iteration, name })),
        removed: removed.map((place) => relative(folder.root, place)),
      };
      const steps = allRecords(folding.folded).flatMap(({ steps = [] }) => steps.map(({ file }) => file));
      return completed(report, steps.length === 0 ? [] : [stepsFolded(steps, left)]);
    });
  });

/** The baseline, rehearsed, and its record; in memory. */
async function prepareBaseline(
  project: DatabaseProject,
  { folding, files }: { readonly folding: Folding; readonly files: DatabaseFiles },
  context: StageContext,
): Promise<Iteration & Pick<RehearsedBaseline, "left">> {
  const title = `Rehearsing iterations 1 to ${folding.last.record.iteration} as one: up, down, up`;
  const rehearsed = await step(context, { step: "rehearse", title }, () =>
    rehearseBaseline(project, {
      folded: folding.folded,
      files,
      write: (plans, rows) => writeFolding(plans, { ...folding, rows }),
      signal: context.signal,
    }),
  );
  return { migration: rehearsed.migration, record: recordFolding(rehearsed, folding), left: rehearsed.left };
}

/** The files of iterations, and the approvals of their texts. */
const findGone = async (folder: DatabaseFolder, folded: readonly Iteration[]): Promise<readonly string[]> => [
  ...folded.flatMap((iteration) => [...filesOf(folder, iteration).keys()]),
  ...(await findApprovalsOf(folder, folded)).map(({ place }) => place),
];

/** The iterations up to `to`. Throws a halt where there are no two. */
function chooseFolded(iterations: readonly Iteration[], to: number): Omit<Folding, "now"> {
  const [first, ...others] = iterations.filter(({ record }) => record.iteration <= to);
  const last = others.at(-1);
  if (first !== undefined && last?.record.iteration === to) return { folded: [first, ...others], last };
  const begins = iterations[0]?.record;
  const baseline = begins?.folds === undefined || begins.iteration < to ? null : `${begins.name}.sql`;
  throw new Halt({ kind: "invalid_output", message: "There is nothing to fold." }, [
    nothingToSquash(to, lastNumber(iterations), baseline),
  ]);
}

/** A database in the midst of what is folded could go neither on nor back. */
function demandPast(
  rows: readonly HistoryRow[],
  { iterations, to, label }: { readonly iterations: readonly Iteration[]; readonly to: number; readonly label: string },
): void {
  const mismatches = compareHistory(rows, iterations, label);
  if (mismatches.length > 0)
    throw new Halt(
      { kind: "history_mismatch", message: `The history of ${label} and the files do not tell the same story.` },
      mismatches,
    );
  const { iteration, underway } = positionOf(rows);
  if (iteration >= to || (iteration === 0 && underway === null)) return;
  throw new Halt({ kind: "invalid_output", message: `${label} does not have all that would be folded.` }, [
    squashAheadOfDatabase(to, iteration, label),
  ]);
}
