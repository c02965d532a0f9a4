import type { IterationRecord } from "@build-it/artifacts";
import type { Diagnostic } from "@build-it/stage-contract";
import { allRecords, lastNumber } from "../3-write/iteration-chain.ts";
import type { Iteration } from "../3-write/read-database-files.ts";
import {
  databaseAhead,
  databaseBelowBaseline,
  historyChecksumDiffers,
  historyGap,
  historyRowWithoutFile,
} from "../diagnostics/history.ts";
import { currentParts, type HistoryRow, iterationOf } from "./history.ts";

/**
 * What does not fit between the database's history and the files. Nothing where they tell the same story. What a baseline
 * folds is held against the records that it keeps.
 */
export function compareHistory(
  rows: readonly HistoryRow[],
  iterations: readonly Iteration[],
  label: string,
): readonly Diagnostic[] {
  const records = allRecords(iterations);
  const current = currentParts(rows);
  const applied = [...current.values()].flat();
  const last = lastNumber(iterations);
  const ahead = applied.filter((row) => row.iteration > last);
  const diagnostics = applied.flatMap((row): readonly Diagnostic[] => {
    const known = records.filter(({ iteration }) => iteration === row.iteration);
    if (known.length === 0 && row.iteration > last) return [];
    const named = known.filter((record) => isNamed(record, row));
    if (named.some((record) => isRecorded(record, row))) return [];
    const [record] = named;
    return record === undefined
      ? [historyRowWithoutFile(row.migration_file, row.iteration, label)]
      : [
          historyChecksumDiffers(
            row.migration_file,
            row.iteration,
            { database: row.checksum, files: recordedChecksum(record, row) ?? "" },
            label,
          ),
        ];
  });
  const gaps = missingNumbers(current, { from: firstNumber(records, applied), to: iterationOf(rows) });
  return [
    ...diagnostics,
    ...gaps.map((iteration) => historyGap(iteration, label)),
    ...belowBaseline(rows, iterations, label),
    ...(ahead.length > 0
      ? [
          databaseAhead(
            iterationOf(rows),
            last,
            ahead.map((row) => row.migration_file),
            label,
          ),
        ]
      : []),
  ];
}

/** Whether a row says that it ran the file that a record has in its place. */
function isNamed({ databaseChanges: { migrations } }: IterationRecord, row: HistoryRow): boolean {
  return migrations[row.part - 1]?.file === row.migration_file && migrations.length === row.parts;
}

const recordedChecksum = ({ databaseChanges: { migrations } }: IterationRecord, row: HistoryRow): string | undefined =>
  migrations[row.part - 1]?.checksum;

const isRecorded = (record: IterationRecord, row: HistoryRow): boolean =>
  recordedChecksum(record, row) === row.checksum && record.hash === row.record_hash;

/** Where a database's history begins: with iteration 1, or with the baseline that it was built from, known here or not. */
function firstNumber(records: readonly IterationRecord[], applied: readonly HistoryRow[]): number {
  const [row] = applied.toSorted((a, b) => a.iteration - b.iteration);
  if (row === undefined) return 1;
  const named = records.filter((record) => isNamed(record, row));
  const begins = named.length === 0 || named.some((record) => record.folds !== undefined && isRecorded(record, row));
  return begins ? row.iteration : 1;
}

const missingNumbers = (
  current: ReadonlyMap<number, readonly HistoryRow[]>,
  { from, to }: { readonly from: number; readonly to: number },
): readonly number[] =>
  Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => from + index).filter(
    (number) => !current.has(number),
  );

/** A database in the midst of what a baseline folds: nothing here leads on from there. */
function belowBaseline(
  rows: readonly HistoryRow[],
  [first]: readonly Iteration[],
  label: string,
): readonly Diagnostic[] {
  const at = iterationOf(rows);
  if (first?.record.folds === undefined || currentParts(rows).size === 0 || at >= first.record.iteration) return [];
  const { iteration, name } = first.record;
  return [databaseBelowBaseline({ label, at, baseline: `${name}.sql`, iteration })];
}
