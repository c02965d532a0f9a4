import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import type { IterationRecord } from "@build-it/artifacts";
import type { PlannedMigration } from "../reports.ts";
import { type DatabaseFolder, recordFile } from "./database-folder.ts";
import { printRecord } from "./iteration-record.ts";

const complete = "complete";
const removals = "removals.json";

/** Puts an iteration's files in their places, all or none. False where another run has written this iteration. */
export async function writeIteration(
  folder: DatabaseFolder,
  {
    migration,
    record,
    snapshotText,
  }: { readonly migration: PlannedMigration; readonly record: IterationRecord; readonly snapshotText: string },
): Promise<boolean> {
  const place = join(folder.iterations, recordFile(record.iteration));
  if (existsSync(place)) return false;
  await placeFiles(folder, {
    written: new Map([...filesOf(folder, { migration, record }), [folder.snapshot, snapshotText]]),
  });
  return true;
}

/** The texts of an iteration's files, by their places. */
export const filesOf = (
  folder: DatabaseFolder,
  { migration, record }: { readonly migration: PlannedMigration; readonly record: IterationRecord },
): ReadonlyMap<string, string> =>
  new Map([
    ...migration.parts.flatMap((part) => [
      [join(folder.migrations, part.file), part.sql] as const,
      [join(folder.rollbacks, part.rollbackFile), part.rollbackSql] as const,
    ]),
    [join(folder.iterations, recordFile(record.iteration)), printRecord(record)],
  ]);

/**
 * Puts files in their places and removes others, all or none: they are written aside first, in a folder that bears this
 * process's number, then marked as complete, then moved. What a crash leaves is settled by the next run. Paths are absolute.
 */
export async function placeFiles(
  folder: DatabaseFolder,
  {
    written,
    removed = [],
  }: { readonly written: ReadonlyMap<string, string | Buffer>; readonly removed?: readonly string[] },
): Promise<void> {
  const staging = join(folder.staging, String(process.pid));
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  for (const [place, text] of written) {
    const staged = join(staging, relative(folder.root, place));
    await mkdir(dirname(staged), { recursive: true });
    await writeFile(staged, text, { flush: true });
  }
  const gone = removed.filter((place) => !written.has(place)).map((place) => relative(folder.root, place));
  await writeFile(join(staging, removals), JSON.stringify(gone), { flush: true });
  await writeFile(join(staging, complete), "");
  await settle(folder, staging);
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
      if (file.name === complete || file.name === removals) continue;
      const staged = join(file.parentPath, file.name);
      const place = join(folder.root, relative(staging, staged));
      await mkdir(dirname(place), { recursive: true });
      await rename(staged, place);
    }
    for (const gone of await readRemovals(staging)) await rm(join(folder.root, gone), { force: true });
  }
  await rm(staging, { recursive: true, force: true });
  // Fails while another process is writing, which is as it should be.
  await rm(folder.staging, { recursive: false }).catch(() => {});
}

async function readRemovals(staging: string): Promise<readonly string[]> {
  const list: unknown = JSON.parse(await readFile(join(staging, removals), "utf8").catch(() => "[]"));
  return Array.isArray(list) ? list.filter((path) => typeof path === "string") : [];
}

/** Whether the process that a staging folder is named after still runs. */
function isAlive(writer: string): boolean {
  try {
    return process.kill(Number(writer), 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
