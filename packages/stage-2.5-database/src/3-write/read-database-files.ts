import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { IterationRecord } from "@build-it/artifacts";
import type { Diagnostic } from "@build-it/stage-contract";
import {
  fileEdited,
  fileMissing,
  fileUnreadable,
  fileWithoutRecord,
  recordEdited,
  recordOutOfChain,
} from "../diagnostics.ts";
import type { PlannedMigration } from "../reports.ts";
import { checksumOf } from "./checksum.ts";
import { type DatabaseFolder, recordFile } from "./database-folder.ts";
import { hashRecord } from "./iteration-record.ts";
import { Snapshot } from "./snapshot.ts";
import { settleStaging } from "./write-iteration.ts";

/** One iteration on disk: its record and the text of its files. */
export interface Iteration {
  readonly record: IterationRecord;
  readonly migration: PlannedMigration;
}

export interface DatabaseFiles {
  /** From 1 on, without gaps. */
  readonly iterations: readonly Iteration[];
  /** Null before the first iteration. */
  readonly snapshot: Snapshot | null;
}

export type FilesResult =
  | { readonly ok: true; readonly files: DatabaseFiles }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

const longestPauseMs = 1_000;

/**
 * Reads the `database/` folder and holds every file against the hash chain: nothing in it may have been edited, removed
 * or added by hand.
 */
export async function readDatabaseFiles(folder: DatabaseFolder): Promise<FilesResult> {
  for (let pauseMs = 10; ; pauseMs *= 2) {
    const { busy } = await settleStaging(folder);
    const result = await readOnce(folder);
    // Files that another process is just moving into place look wrong for a moment.
    if (result.ok || !busy || pauseMs > longestPauseMs) return result;
    await pause(pauseMs);
  }
}

async function readOnce(folder: DatabaseFolder): Promise<FilesResult> {
  const [recordNames, migrationNames, rollbackNames] = await Promise.all([
    listFiles(folder.iterations, ".json"),
    listFiles(folder.migrations, ".sql"),
    listFiles(folder.rollbacks, ".sql"),
  ]);
  const diagnostics: Diagnostic[] = [];
  const iterations = await readIterations(folder, recordNames, diagnostics);
  const known = new Set(iterations.flatMap(({ migration }) => [migration.file, migration.rollbackFile]));
  if (diagnostics.length === 0)
    diagnostics.push(
      ...[...migrationNames, ...rollbackNames].filter((name) => !known.has(name)).map(fileWithoutRecord),
    );
  const snapshot = diagnostics.length > 0 ? null : await readSnapshot(folder, iterations.at(-1)?.record, diagnostics);
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, files: { iterations, snapshot } };
}

async function readIterations(
  folder: DatabaseFolder,
  names: readonly string[],
  diagnostics: Diagnostic[],
): Promise<readonly Iteration[]> {
  const read = await Promise.all(names.map((name) => readIteration(folder, name)));
  const iterations: Iteration[] = [];
  let previousHash: string | null = null;
  for (const [index, result] of read.entries()) {
    diagnostics.push(...result.diagnostics);
    // After a record that is wrong, the next one cannot be right: saying so would only hide which one it is.
    if (result.iteration === undefined || diagnostics.length > 0) continue;
    const { record } = result.iteration;
    const number = index + 1;
    if (names[index] !== recordFile(number) || record.iteration !== number || record.previousHash !== previousHash)
      diagnostics.push(recordOutOfChain(names[index] ?? "", number));
    previousHash = record.hash;
    iterations.push(result.iteration);
  }
  return iterations;
}

async function readIteration(
  folder: DatabaseFolder,
  name: string,
): Promise<{ readonly iteration?: Iteration; readonly diagnostics: readonly Diagnostic[] }> {
  const parsed = IterationRecord.safeParse(parseJson((await readText(join(folder.iterations, name))) ?? ""));
  if (!parsed.success) return { diagnostics: [fileUnreadable(`iterations/${name}`)] };
  const record = parsed.data;
  if (record.hash !== hashRecord(record))
    return { diagnostics: [recordEdited(`iterations/${name}`, record.iteration)] };
  const [migrationEntry] = record.databaseChanges.migrations;
  const [rollbackEntry] = record.rollback.migrations;
  if (migrationEntry === undefined || rollbackEntry === undefined)
    return { diagnostics: [fileUnreadable(`iterations/${name}`)] };
  const [sql, rollbackSql] = await Promise.all([
    readText(join(folder.migrations, migrationEntry.file)),
    readText(join(folder.rollbacks, rollbackEntry.file)),
  ]);
  const diagnostics = [
    ...checkFile(`migrations/${migrationEntry.file}`, sql, migrationEntry.checksum),
    ...checkFile(`rollbacks/${rollbackEntry.file}`, rollbackSql, rollbackEntry.checksum),
  ];
  const migration: PlannedMigration = {
    iteration: record.iteration,
    name: record.name,
    file: migrationEntry.file,
    sql: sql ?? "",
    rollbackFile: rollbackEntry.file,
    rollbackSql: rollbackSql ?? "",
    checksum: migrationEntry.checksum,
  };
  return { iteration: { record, migration }, diagnostics };
}

function checkFile(name: string, text: string | undefined, checksum: string): readonly Diagnostic[] {
  if (text === undefined) return [fileMissing(name)];
  const found = checksumOf(text);
  return found === checksum ? [] : [fileEdited(name, checksum, found)];
}

async function readSnapshot(
  folder: DatabaseFolder,
  last: IterationRecord | undefined,
  diagnostics: Diagnostic[],
): Promise<Snapshot | null> {
  if (last === undefined) return null;
  const text = await readText(folder.snapshot);
  diagnostics.push(...checkFile("snapshot.json", text, last.snapshotChecksum));
  const parsed = Snapshot.safeParse(parseJson(text ?? ""));
  if (parsed.success) return parsed.data;
  if (text !== undefined) diagnostics.push(fileUnreadable("snapshot.json"));
  return null;
}

async function listFiles(folder: string, ending: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(ending)).sort();
}

/** The text of a file, or undefined where there is none. */
const readText = (path: string): Promise<string | undefined> => readFile(path, "utf8").catch(() => undefined);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
