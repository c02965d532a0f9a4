import type { IterationRecord } from "@build-it/artifacts";
import { completed, type StageContext, type StageResult } from "@build-it/stage-contract";
import type { Client } from "pg";
import type { Iteration } from "../3-write/read-database-files.ts";
import { catchHalt, withTarget } from "../5-apply/connect.ts";
import { currentParts, type HistoryRow, readHistoryRows } from "../5-apply/history.ts";
import type { DatabaseProject } from "../project.ts";
import type { HistoryReport } from "../reports.ts";
import { openFiles } from "./open-files.ts";

/** `build-it history`: what was run on the target, and the records with the times it was applied there. */
export const readHistory = (project: DatabaseProject, _context: StageContext): Promise<StageResult<HistoryReport>> =>
  catchHalt(async () => {
    const { iterations } = await openFiles(project);
    const target = await project.target();
    const rows = await withTarget(target, readHistoryRows);
    return completed({ target: target.label, rows: rows.map(toReportRow), iterations: withTimes(iterations, rows) });
  });

/** The records, with the time that each was applied to the target. */
export const appliedRecords = async (client: Client, iterations: readonly Iteration[]): Promise<IterationRecord[]> =>
  withTimes(iterations, await readHistoryRows(client));

function withTimes(iterations: readonly Iteration[], rows: readonly HistoryRow[]): IterationRecord[] {
  const current = currentParts(rows);
  const withTime = (record: IterationRecord): IterationRecord => {
    // A number's rows may be of the iteration or of the baseline that ends with it.
    const parts = (current.get(record.iteration) ?? []).filter((row) => row.record_hash === record.hash);
    const { databaseChanges, folds } = record;
    return {
      ...record,
      databaseChanges: {
        ...databaseChanges,
        migrations: databaseChanges.migrations.map((migration, index) => ({
          ...migration,
          applied: parts[index]?.applied_at.toISOString() ?? null,
        })),
      },
      ...(folds === undefined ? {} : { folds: folds.map(withTime) }),
    };
  };
  return iterations.map(({ record }) => withTime(record));
}

const toReportRow = (row: HistoryRow): HistoryReport["rows"][number] => ({
  iteration: row.iteration,
  migrationFile: row.migration_file,
  action: row.action,
  appliedAt: row.applied_at.toISOString(),
  checksum: row.checksum,
  success: row.success,
  durationMs: row.duration_ms,
  appliedBy: row.applied_by,
  approvedBy: row.approved_by,
  error: row.error,
});
