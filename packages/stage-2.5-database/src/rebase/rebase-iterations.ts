import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Configuration, IterationRecord } from "@build-it/artifacts";
import { completed, type Diagnostic, type StageContext, type StageResult, step } from "@build-it/stage-contract";
import { databaseFolder } from "../3-write/database-folder.ts";
import { allRecords, chainOf, iterationsAfter } from "../3-write/iteration-chain.ts";
import { type DatabaseFiles, type Iteration, readDatabaseFiles } from "../3-write/read-database-files.ts";
import { compareHistory } from "../5-apply/compare-history.ts";
import { catchHalt, Halt, withTarget } from "../5-apply/connect.ts";
import { currentParts, type HistoryRow, readHistoryRows } from "../5-apply/history.ts";
import { appliedElsewhere, branchUnreadable, rebaseIntoFolded, stepLost } from "../diagnostics/branches.ts";
import { createDatabaseStage } from "../operations/database-stage.ts";
import type { DatabaseProject, TargetDatabase } from "../project.ts";
import type { RebaseReport } from "../reports.ts";
import { rollbackTo } from "../rollback/rollback-to.ts";
import { type Branches, findBranches, readBranch } from "./read-branch.ts";
import { takeOverFiles } from "./take-over-files.ts";

/** Both branches' iterations, and how many they have in common. */
interface Meeting {
  readonly own: DatabaseFiles;
  readonly ownFolder: string;
  readonly other: DatabaseFiles;
  readonly otherFolder: string;
  readonly common: number;
}

/**
 * `build-it rebase`: takes the other branch's `database/` as it is, and makes what this branch's iterations did anew behind it,
 * from the model. A development database that has this branch's own iterations goes back before them first, by their own
 * rollbacks.
 */
export const rebaseIterations = (
  wanted: { readonly onto?: string; readonly configuration: Configuration },
  project: DatabaseProject,
  context: StageContext,
): Promise<StageResult<RebaseReport>> =>
  catchHalt(async () => {
    const branches = await findBranches(project.databaseFolder, wanted.onto);
    const folder = await mkdtemp(join(tmpdir(), "build-it-rebase-"));
    try {
      const meeting = await readMeeting(project, branches, folder);
      demandSteps(project, meeting);
      const takenBack = await takeBackOwn(project, meeting, context);
      const vanished = await step(
        context,
        { step: "take_over", title: `Taking the iterations of ${branches.onto} as they are` },
        () => takeOverFiles(project, { ...meeting, own: iterationsAfter(meeting.own.iterations, meeting.common) }),
      );
      const built = await createDatabaseStage(project).run(wanted.configuration, context);
      if (built.status === "halted") return { ...built, diagnostics: [...vanished, ...built.diagnostics] };
      const report: RebaseReport = {
        onto: branches.onto,
        common: meeting.common,
        replaced: filesOf(iterationsAfter(meeting.own.iterations, meeting.common)),
        takenOver: filesOf(iterationsAfter(meeting.other.iterations, meeting.common)),
        takenBack: [...takenBack],
        target: built.artifact.target,
        iteration: built.artifact.iteration,
        record: newRecord(built.artifact.record, meeting.other),
      };
      return completed(report, [...vanished, ...built.diagnostics]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

const filesOf = (iterations: readonly Iteration[]): string[] =>
  iterations.flatMap(({ migration }) => migration.parts.map(({ file }) => file));

/** The iteration that was made anew; null where the other branch's already say all that the model does. */
const newRecord = (record: IterationRecord | null, { iterations }: DatabaseFiles): IterationRecord | null =>
  record === null || record.hash === iterations.at(-1)?.record.hash ? null : record;

async function readMeeting(project: DatabaseProject, branches: Branches, folder: string): Promise<Meeting> {
  const [ownFolder, otherFolder] = [join(folder, "own"), join(folder, "other")];
  if (branches.met) await readBranch(project.databaseFolder, branches.own, ownFolder);
  await readBranch(project.databaseFolder, branches.other, otherFolder);
  // What is here and not committed is this branch's too.
  const ownPlace = branches.met ? ownFolder : project.databaseFolder;
  const own = await readWhole(ownPlace, "this branch");
  const other = await readWhole(otherFolder, branches.onto);
  return {
    own,
    ownFolder: ownPlace,
    other,
    otherFolder,
    common: countCommon(hashesOf(own), hashesOf(other)),
  };
}

/** The chain of hashes, in which a baseline stands for what it folds. */
const hashesOf = ({ iterations }: DatabaseFiles): readonly string[] =>
  iterations.flatMap(({ record }) => chainOf(record).map(({ hash }) => hash));

function countCommon(own: readonly string[], other: readonly string[]): number {
  const differs = own.findIndex((hash, index) => hash !== other[index]);
  return differs === -1 ? own.length : differs;
}

async function readWhole(folder: string, ref: string): Promise<DatabaseFiles> {
  const result = await readDatabaseFiles(databaseFolder(folder));
  if (result.ok) return result.files;
  throw new Halt({ kind: "history_mismatch", message: `The files under database/ of ${ref} do not hold.` }, [
    branchUnreadable(ref),
    ...result.diagnostics,
  ]);
}

/** Data steps that own iterations took in have to be there, to be taken in again. */
function demandSteps({ databaseFolder: root }: DatabaseProject, { own, common }: Meeting): void {
  const records = allRecords(own.iterations).filter(({ iteration }) => iteration > common);
  const lost = records.flatMap(({ iteration, steps = [] }): readonly Diagnostic[] =>
    steps
      .flatMap((one) => [one.file, ...(one.reverse === null ? [] : [one.reverse.file])])
      .filter((file) => !existsSync(join(root, file)))
      .map((file) => stepLost(file, iteration)),
  );
  if (lost.length > 0)
    throw new Halt({ kind: "invalid_output", message: "A data step of this branch is no more there." }, lost);
}

/** Takes the target back before this branch's own iterations, where it has them. Gives the rollbacks that were run. */
async function takeBackOwn(
  project: DatabaseProject,
  { own, ownFolder, other, common }: Meeting,
  context: StageContext,
): Promise<readonly string[]> {
  const target = await project.target();
  const rows = await withTarget(target, readHistoryRows);
  if (compareHistory(rows, other.iterations, target.label).length === 0) return [];
  const mismatches = compareHistory(rows, own.iterations, target.label);
  if (mismatches.length > 0)
    throw new Halt(
      { kind: "history_mismatch", message: `The history of ${target.label} fits neither branch.` },
      mismatches,
    );
  demandDevelopment(rows, { common, target, context });
  const first = other.iterations[0]?.record;
  if (first?.folds !== undefined && common > 0 && common < first.iteration)
    throw new Halt(
      { kind: "history_mismatch", message: "The other branch has folded the iteration that this one leaves it at." },
      [rebaseIntoFolded(`${first.name}.sql`, common, target.label)],
    );
  // With this branch's own files, since nobody else's know how.
  const back = await rollbackTo(
    { iteration: common, dryRun: false },
    { ...project, databaseFolder: ownFolder },
    context,
  );
  if (back.status === "halted") throw new Halt(back.reason, back.diagnostics);
  return back.artifact.files;
}

/** What was applied in an environment that asks or wants approvals is never made anew. */
function demandDevelopment(
  rows: readonly HistoryRow[],
  {
    common,
    target,
    context,
  }: { readonly common: number; readonly target: TargetDatabase; readonly context: StageContext },
): void {
  const applied = [...currentParts(rows).values()].flat().filter(({ iteration }) => iteration > common);
  const { apply, name } = context.environment;
  const elsewhere = applied.filter(({ environment }) => apply !== "auto" || environment !== name);
  if (elsewhere.length === 0) return;
  throw new Halt(
    { kind: "history_mismatch", message: "This branch's iterations are applied where it counts." },
    elsewhere.map(({ migration_file, environment }) => appliedElsewhere(migration_file, environment, target.label)),
  );
}
