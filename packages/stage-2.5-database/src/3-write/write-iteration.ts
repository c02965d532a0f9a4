import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { IterationRecord } from "@build-it/artifacts";
import type { PlannedMigration } from "../reports.ts";
import { type DatabaseFolder, recordFile } from "./database-folder.ts";
import { printRecord } from "./iteration-record.ts";

const complete = "complete";

/**
 * Puts an iteration's four files in their places, all or none: they are written aside first, then marked as complete,
 * then moved. What a crash leaves is finished or thrown away by `settleStaging`.
 */
export async function writeIteration(
  folder: DatabaseFolder,
  {
    migration,
    record,
    snapshotText,
  }: { readonly migration: PlannedMigration; readonly record: IterationRecord; readonly snapshotText: string },
): Promise<void> {
  await rm(folder.staging, { recursive: true, force: true });
  await writeAside(folder, join(folder.migrations, migration.file), migration.sql);
  await writeAside(folder, join(folder.rollbacks, migration.rollbackFile), migration.rollbackSql);
  await writeAside(folder, join(folder.iterations, recordFile(record.iteration)), printRecord(record));
  await writeAside(folder, folder.snapshot, snapshotText);
  await writeFile(join(folder.staging, complete), "");
  await settleStaging(folder);
}

/** Finishes a write that was complete when it was interrupted, and throws away one that was not. */
export async function settleStaging(folder: DatabaseFolder): Promise<void> {
  const entries = await readdir(folder.staging, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile());
  if (files.some((file) => file.name === complete)) {
    for (const file of files) {
      if (file.name === complete) continue;
      const staged = join(file.parentPath, file.name);
      const place = join(folder.root, relative(folder.staging, staged));
      await mkdir(dirname(place), { recursive: true });
      await rename(staged, place);
    }
  }
  if (entries.length > 0) await rm(folder.staging, { recursive: true, force: true });
}

async function writeAside(folder: DatabaseFolder, place: string, text: string): Promise<void> {
  const staged = join(folder.staging, relative(folder.root, place));
  await mkdir(dirname(staged), { recursive: true });
  await writeFile(staged, text, { flush: true });
}
