import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { IterationRecord } from "@build-it/artifacts";
import type { PlannedMigration } from "../reports.ts";
import { type DatabaseFolder, recordFile } from "./database-folder.ts";
import { printRecord } from "./iteration-record.ts";

const complete = "complete";

/**
 * Puts an iteration's four files in their places, all or none: they are written aside first, in a folder that bears this
 * process's number, then marked as complete, then moved. What a crash leaves is settled by the next run.
 */
export async function writeIteration(
  folder: DatabaseFolder,
  {
    migration,
    record,
    snapshotText,
  }: { readonly migration: PlannedMigration; readonly record: IterationRecord; readonly snapshotText: string },
): Promise<boolean> {
  if (existsSync(join(folder.iterations, recordFile(record.iteration)))) return false;
  const staging = join(folder.staging, String(process.pid));
  const writeAside = async (place: string, text: string): Promise<void> => {
    const staged = join(staging, relative(folder.root, place));
    await mkdir(dirname(staged), { recursive: true });
    await writeFile(staged, text, { flush: true });
  };
  await rm(staging, { recursive: true, force: true });
  await writeAside(join(folder.migrations, migration.file), migration.sql);
  await writeAside(join(folder.rollbacks, migration.rollbackFile), migration.rollbackSql);
  await writeAside(join(folder.iterations, recordFile(record.iteration)), printRecord(record));
  await writeAside(folder.snapshot, snapshotText);
  await writeFile(join(staging, complete), "");
  await settle(folder, staging);
  return true;
}

/**
 * Settles what processes left that are gone: a write that was complete is finished, any other is thrown away. Gives
 * whether another process is writing right now.
 */
export async function settleStaging(folder: DatabaseFolder): Promise<{ readonly busy: boolean }> {
  const writers = await readdir(folder.staging).catch(() => []);
  const alive = writers.filter(isAlive);
  for (const writer of writers) if (!alive.includes(writer)) await settle(folder, join(folder.staging, writer));
  return { busy: alive.length > 0 };
}

async function settle(folder: DatabaseFolder, staging: string): Promise<void> {
  const entries = await readdir(staging, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  if (files.some((file) => file.name === complete)) {
    for (const file of files) {
      if (file.name === complete) continue;
      const staged = join(file.parentPath, file.name);
      const place = join(folder.root, relative(staging, staged));
      await mkdir(dirname(place), { recursive: true });
      await rename(staged, place);
    }
  }
  await rm(staging, { recursive: true, force: true });
  // Fails while another process is writing, which is as it should be.
  await rm(folder.staging, { recursive: false }).catch(() => {});
}

/** Whether the process that a staging folder is named after still runs. */
function isAlive(writer: string): boolean {
  try {
    return process.kill(Number(writer), 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
