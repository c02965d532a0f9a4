import { type DatabaseSchema, emptySchema, filterObjects } from "@build-it/postgres-schema";
import {
  completed,
  type Diagnostic,
  halted,
  type StageContext,
  type StageResult,
  step,
} from "@build-it/stage-contract";
import type { Client } from "pg";
import { iterationAt, iterationsAfter, numberBefore } from "../3-write/iteration-chain.ts";
import type { DatabaseFiles, Iteration } from "../3-write/read-database-files.ts";
import { type Place, placeOf, schemasAtWith } from "../4-rehearse/schemas-at.ts";
import { applyMigration } from "../5-apply/apply-migration.ts";
import { clearLeftovers } from "../5-apply/clear-leftovers.ts";
import { cancelOnAbort, catchHalt, withTarget } from "../5-apply/connect.ts";
import { currentRows, ensureHistory, type HistoryRow, readHistoryRows, type Underway } from "../5-apply/history.ts";
import { lockTarget } from "../5-apply/lock-target.ts";
import { ensureProgress } from "../5-apply/part-progress.ts";
import { inspectTarget } from "../6-verify/inspect-target.ts";
import { entriesFor, readEntries } from "../archive/archive-entry.ts";
import { describeEntry, describeRows, rowsOf } from "../archive/describe-rows.ts";
import { keepRows, planRows, type RowPlan } from "../archive/keep-rows.ts";
import { permitKeptSteps } from "../data-steps/permit-kept-steps.ts";
import { noSuchIteration, rollbackBelowBaseline, rollbackIntoFolded } from "../diagnostics/apply.ts";
import { openFiles } from "../operations/open-files.ts";
import { removeReceipt } from "../operations/receipt.ts";
import type { DatabaseProject, TargetDatabase } from "../project.ts";
import type { MigrationPart, RollbackReport } from "../reports.ts";
import type { StepBack } from "./changes-back.ts";
import { countRows } from "./count-rows.ts";
import { demandFittingRows } from "./demand-fitting-rows.ts";

/** How far back, and what becomes of rows. */
export interface RollbackOptions {
  readonly iteration: number;
  /** Shows what would be run, and how many rows it touches, and changes nothing. */
  readonly dryRun: boolean;
  /** Said by name: what no earlier iteration has a place for is given up, not archived. */
  readonly discardData?: boolean;
  /** Said by name: what data steps without a reverse did to rows stays. */
  readonly keepSteps?: boolean;
  /** Whether what the migrations archived comes back; it does unless this is false. */
  readonly restore?: boolean;
}

/**
 * `build-it rollback --to N`: runs the proven rollbacks in reverse, each verified and recorded in its own transaction, with the
 * rows that it has no place for in the archive. Rows that the earlier schema would not take stop it before anything is run. Where it was ended between two of them, it goes on when it is run again.
 */
export const rollbackTo = (
  options: RollbackOptions,
  project: DatabaseProject,
  context: StageContext,
): Promise<StageResult<RollbackReport>> =>
  catchHalt(async () => {
    const startedAt = performance.now();
    const target = await project.target();
    return withTarget(target, async (client): Promise<StageResult<RollbackReport>> => {
      await lockTarget(client, { label: target.label, signal: context.signal });
      const files = await openFiles(project);
      const schemasAt = schemasAtWith(project, files, context.signal);
      const { iteration: from, rows, underway } = await inspectTarget(client, { files, target, schemasAt });
      if (options.iteration > from)
        return halted({ kind: "invalid_output", message: "There is nothing to roll back." }, [
          noSuchIteration(options.iteration, from),
        ]);
      const below = belowBaseline(options.iteration, { files, rows, label: target.label });
      if (below !== null)
        return halted({ kind: "invalid_output", message: "There is nothing below the baseline." }, [below]);
      const undone = undoneBy(files, { from, to: options.iteration, underway });
      const start: Place =
        underway === null ? from : placeOf(underway.iteration, { part: underway.done, of: underway.of });
      const schemas = await schemasAt([
        start,
        underway?.iteration ?? from,
        ...undone.map(({ iteration }) => numberBefore(iteration.record)),
      ]);
      const way: WayBack = { project, undone, start, schemas, files, target, options };
      await demandFittingRows(
        client,
        undone.map((one) => stepBackOf(one, way)),
      );
      if (!options.dryRun) {
        const { iteration: to, keepSteps = false } = options;
        await permitKeptSteps(
          undone.map(({ iteration }) => iteration),
          { to, keepSteps, label: target.label },
          context,
        );
        await removeReceipt(project);
      }
      const { steps, diagnostics } = options.dryRun
        ? { steps: await foresee(client, way), diagnostics: [] }
        : await runRollbacks(client, way, context);
      const report: RollbackReport = {
        target: target.label,
        from,
        to: options.iteration,
        files: undone.map(({ file }) => file.rollbackFile),
        sql: undone.map(({ file }) => file.rollbackSql).join("\n"),
        dryRun: options.dryRun,
        steps,
        elapsedMs: Math.round(performance.now() - startedAt),
      };
      return completed(report, diagnostics);
    });
  });

/** Why a database cannot go back so far, where it cannot. One that was built from a baseline can go back to nothing. */
function belowBaseline(
  to: number,
  {
    files,
    rows,
    label,
  }: { readonly files: DatabaseFiles; readonly rows: readonly HistoryRow[]; readonly label: string },
): Diagnostic | null {
  const first = files.iterations[0]?.record;
  if (first === undefined || to >= first.iteration) return null;
  const began = currentRows(rows).get(first.iteration);
  if (to === 0 && began?.action === "adopt") return rollbackBelowBaseline(label, first.iteration);
  if (first.folds === undefined || (to === 0 && began?.record_hash === first.hash)) return null;
  return rollbackIntoFolded(to, `${first.name}.sql`, first.iteration);
}

/** An iteration that is taken back, from the end of one of its parts. */
interface Undone {
  readonly iteration: Iteration;
  readonly part: number;
  readonly file: MigrationPart;
}

/** What is taken back, in order. An iteration that is under way is taken back from where it is. */
function undoneBy(
  { iterations }: DatabaseFiles,
  { from, to, underway }: { readonly from: number; readonly to: number; readonly underway: Underway | null },
): readonly Undone[] {
  const last = underway?.iteration ?? from;
  return iterationsAfter(iterations, to)
    .filter(({ record }) => record.iteration <= last)
    .toReversed()
    .map((iteration) => {
      const { parts } = iteration.migration;
      const part = iteration.record.iteration === underway?.iteration ? underway.done : parts.length;
      const file = parts[part - 1];
      if (file === undefined) throw new Error(`iteration ${iteration.record.iteration} has no part ${part}`);
      return { iteration, part, file };
    });
}

interface WayBack {
  readonly project: DatabaseProject;
  readonly undone: readonly Undone[];
  /** Where the target is. */
  readonly start: Place;
  readonly schemas: ReadonlyMap<Place, DatabaseSchema>;
  readonly files: DatabaseFiles;
  readonly target: TargetDatabase;
  readonly options: RollbackOptions;
}

type Steps = RollbackReport["steps"];

function stepBackOf({ iteration }: Undone, { undone, start, schemas, files }: WayBack): StepBack {
  const { record } = iteration;
  const isFirst = undone[0]?.iteration.record === record;
  const end = schemas.get(record.iteration) ?? emptySchema;
  const after = schemas.get(numberBefore(record)) ?? emptySchema;
  const before = isFirst ? lasting(schemas.get(start) ?? emptySchema, [after, end]) : end;
  return { iteration, previous: iterationAt(files.iterations, numberBefore(record)), before, after };
}

function planOf(one: Undone, way: WayBack): Omit<RowPlan, "restore"> {
  const { iteration, previous, before, after } = stepBackOf(one, way);
  const schemas = { before, after };
  return planRows({ record: iteration.record, previous: previous?.record, action: "rollback", schemas });
}

/** In the midst of an iteration there are columns that neither it nor the one before has: they hold nothing of their own. */
const lasting = (schema: DatabaseSchema, ends: readonly DatabaseSchema[]): DatabaseSchema =>
  filterObjects(schema, ({ kind }, id) => kind !== "column" || ends.some((end) => end.objects.has(id)));

async function foresee(client: Client, way: WayBack): Promise<Steps> {
  const entries = await readEntries(client);
  const history = await readHistoryRows(client);
  const steps: Steps = [];
  for (const [index, one] of way.undone.entries()) {
    const { record } = one.iteration;
    const later = way.undone
      .slice(0, index)
      .map(({ iteration }) => iteration)
      .toReversed();
    const rows = await countRows(client, planOf(one, way).losses, later);
    const known = { iteration: record.iteration, action: "rollback", record_hash: record.hash } as const;
    const back = way.options.restore === false ? [] : entriesFor(entries, history, known);
    const lost = way.options.discardData === true;
    steps.push(
      stepOf(one, [
        ...rows.map((row) => (lost ? { ...row, fate: "discarded" as const } : row)),
        ...back.map((entry) => ({
          subject: describeEntry(entry).subject,
          kind: entry.kind,
          rows: entry.rows_left,
          fate: "back" as const,
        })),
      ]),
    );
  }
  return steps;
}

const stepOf = ({ iteration, file }: Undone, rows: Steps[number]["rows"]): Steps[number] => ({
  iteration: iteration.record.iteration,
  file: file.rollbackFile,
  sql: file.rollbackSql,
  rows,
});

async function runRollbacks(
  client: Client,
  way: WayBack,
  context: StageContext,
): Promise<{ readonly steps: Steps; readonly diagnostics: readonly Diagnostic[] }> {
  const { project, undone, schemas, files, target, options } = way;
  using _cancelling = cancelOnAbort(client, target, context.signal);
  // A history from before this version of BUILD IT lacks what a row says now.
  await ensureHistory(client);
  await ensureProgress(client);
  await clearLeftovers(client, files.iterations);
  const discard = options.discardData === true;
  const steps: Steps = [];
  const diagnostics: Diagnostic[] = [];
  for (const one of undone) {
    const { iteration, part, file } = one;
    const { iteration: number, hash: record_hash } = iteration.record;
    const before = numberBefore(iteration.record);
    const plan = planOf(one, way);
    const discarded = discard ? await countRows(client, plan.losses, []) : [];
    const rows = keepRows(
      { ...plan, losses: discard ? [] : plan.losses, restore: options.restore !== false },
      { iteration: number, action: "rollback", record_hash },
    );
    const title = `Running ${file.rollbackFile} on ${target.label} and verifying it`;
    await step(context, { step: "rollback", title }, () =>
      applyMigration(client, {
        iteration,
        action: "rollback",
        part,
        expected: schemas.get(before) ?? emptySchema,
        recordAfter: iterationAt(files.iterations, before)?.record ?? null,
        rows,
        environment: context.environment.name,
        approvedBy: null,
        label: target.label,
        batches: project.batches,
        signal: context.signal,
        emit: context.emit,
      }),
    );
    diagnostics.push(...describeRows(rows.kept()));
    steps.push(
      stepOf(one, [...discarded.map((row) => ({ ...row, fate: "discarded" as const })), ...rowsOf(rows.kept())]),
    );
  }
  return { steps, diagnostics };
}
