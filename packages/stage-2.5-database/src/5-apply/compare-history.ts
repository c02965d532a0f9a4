import type { Diagnostic } from "@build-it/stage-contract";
import type { Iteration } from "../3-write/read-database-files.ts";
import { databaseAhead, historyChecksumDiffers, historyGap, historyRowWithoutFile } from "../diagnostics.ts";
import { currentParts, type HistoryRow, iterationOf } from "./history.ts";

/** What does not fit between the database's history and the files. Nothing where they tell the same story. */
export function compareHistory(
  rows: readonly HistoryRow[],
  iterations: readonly Iteration[],
  label: string,
): readonly Diagnostic[] {
  const byNumber = new Map(iterations.map((iteration) => [iteration.record.iteration, iteration]));
  const current = currentParts(rows);
  const applied = [...current.values()].flat();
  const last = iterations.at(-1)?.record.iteration ?? 0;
  const ahead = applied.filter((row) => row.iteration > last);
  const diagnostics = applied.flatMap((row): readonly Diagnostic[] => {
    const iteration = byNumber.get(row.iteration);
    if (iteration === undefined)
      return row.iteration > last ? [] : [historyRowWithoutFile(row.migration_file, row.iteration, label)];
    const part = iteration.migration.parts[row.part - 1];
    if (part?.file !== row.migration_file || iteration.migration.parts.length !== row.parts)
      return [historyRowWithoutFile(row.migration_file, row.iteration, label)];
    if (part.checksum !== row.checksum || iteration.record.hash !== row.record_hash)
      return [
        historyChecksumDiffers(
          row.migration_file,
          row.iteration,
          { database: row.checksum, files: part.checksum },
          label,
        ),
      ];
    return [];
  });
  const gaps = missingNumbers(current, iterationOf(rows)).map((iteration) => historyGap(iteration, label));
  return [
    ...diagnostics,
    ...gaps,
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

const missingNumbers = (current: ReadonlyMap<number, readonly HistoryRow[]>, iteration: number): readonly number[] =>
  Array.from({ length: iteration }, (_, index) => index + 1).filter((number) => !current.has(number));
