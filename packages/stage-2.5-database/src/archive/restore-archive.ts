import { completed, type StageContext, type StageResult } from "@build-it/stage-contract";
import type { Client } from "pg";
import { allRecords, iterationAt } from "../3-write/iteration-chain.ts";
import type { Iteration } from "../3-write/read-database-files.ts";
import { schemasAtWith } from "../4-rehearse/schemas-at.ts";
import { catchHalt, withTarget } from "../5-apply/connect.ts";
import { lockTarget } from "../5-apply/lock-target.ts";
import { inspectTarget } from "../6-verify/inspect-target.ts";
import { rememberVerified } from "../6-verify/verified-state.ts";
import { openFiles } from "../operations/open-files.ts";
import type { DatabaseProject } from "../project.ts";
import type { RestoreReport } from "../reports.ts";
import { type ArchiveEntry, readEntries } from "./archive-entry.ts";
import { describeEntry, describeRestored } from "./describe-rows.ts";
import { repeatsOf } from "./keep-rows.ts";
import { type Restored, restoreEntries } from "./restore-rows.ts";

/**
 * `build-it restore`: brings back what waits in the archive and has a place in the database as it is now. What somebody changed
 * since stays as it is.
 */
export const restoreArchive = (
  { dryRun }: { readonly dryRun: boolean },
  project: DatabaseProject,
  context: StageContext,
): Promise<StageResult<RestoreReport>> =>
  catchHalt(async () => {
    const target = await project.target();
    return withTarget(target, async (client): Promise<StageResult<RestoreReport>> => {
      await lockTarget(client, { label: target.label, signal: context.signal });
      const files = await openFiles(project);
      const schemasAt = schemasAtWith(project, files, context.signal);
      const inspected = await inspectTarget(client, { files, target, schemasAt });
      const record = iterationAt(files.iterations, inspected.iteration)?.record;
      const entries = await readEntries(client);
      const { waiting, elsewhere } = sortOut(entries, files.iterations, inspected.iteration);
      const restored = dryRun ? [] : await bringBack(client, waiting, { record, unmanaged: inspected.unmanaged });
      const backOf = (entry: ArchiveEntry): number => restored.find((one) => one.entry === entry)?.back ?? 0;
      const report: RestoreReport = {
        target: target.label,
        dryRun,
        entries: [
          ...waiting.map((entry) => ({
            ...told(entry),
            back: backOf(entry),
            left: entry.rows_left - backOf(entry),
            fits: true,
          })),
          ...elsewhere.map((entry) => ({ ...told(entry), back: 0, left: entry.rows_left, fits: false })),
        ],
      };
      return completed(report, describeRestored(restored));
    });
  });

/** What was archived on a way that has been gone back since, and what the database has no place for as it is now. */
function sortOut(entries: readonly ArchiveEntry[], iterations: readonly Iteration[], at: number) {
  const known = new Set(allRecords(iterations).map(({ hash }) => hash));
  const isBack = ({ iteration, action, record_hash }: ArchiveEntry): boolean =>
    action === "rollback" ? iteration <= at && known.has(record_hash) : iteration > at;
  return { waiting: entries.filter(isBack), elsewhere: entries.filter((entry) => !isBack(entry)) };
}

const told = (entry: ArchiveEntry) => {
  const { subject, archiveTable } = describeEntry(entry);
  const { kind, iteration, action } = entry;
  return { subject, kind, iteration, action, archiveTable: `build_it.${archiveTable}` };
};

async function bringBack(
  client: Client,
  waiting: readonly ArchiveEntry[],
  { record, unmanaged }: { readonly record: Iteration["record"] | undefined; readonly unmanaged: readonly string[] },
): Promise<readonly Restored[]> {
  if (waiting.length === 0) return [];
  const repeats = repeatsOf(record?.rows?.repeats ?? {});
  await client.query("BEGIN");
  try {
    const restored = await restoreEntries(client, waiting, (entry) => ({
      repeats: repeats(entry),
      later: true,
      ownRows: false,
    }));
    // Triggers were off for a moment: the catalog's rows are others, and say the same.
    if (record !== undefined)
      await rememberVerified(client, { record, schemas: record.schemas ?? ["public"], unmanaged });
    await client.query("COMMIT");
    return restored;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}
