import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { IterationRecord } from "@build-it/artifacts";
import type { Diagnostic } from "@build-it/stage-contract";
import { branchesMet, iterationTwice } from "../diagnostics/branches.ts";
import {
  fileEdited,
  fileMissing,
  fileUnreadable,
  fileWithoutRecord,
  recordEdited,
  recordOutOfChain,
} from "../diagnostics/files.ts";
import type { MigrationPart, PlannedMigration } from "../reports.ts";
import { checksumOfBytes } from "./checksum.ts";
import { type DatabaseFolder, recordFile } from "./database-folder.ts";
import { findUnproven, hashInChain, lastNumber } from "./iteration-chain.ts";
import { joinParts } from "./join-parts.ts";
import { parseSnapshot, type Snapshot } from "./snapshot.ts";
import { settleStaging } from "./write-iteration.ts";

/** One iteration on disk: its record and the text of its files. */
export interface Iteration {
  readonly record: IterationRecord;
  readonly migration: PlannedMigration;
}

export interface DatabaseFiles {
  /** Without gaps, from 1 on or from the baseline that folds what was before it. */
  readonly iterations: readonly Iteration[];
  /** Null before the first iteration. A large file, so it is parsed when it is first asked for. */
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
  const known = new Set(
    iterations.flatMap(({ migration }) => migration.parts.flatMap((part) => [part.file, part.rollbackFile])),
  );
  if (diagnostics.length === 0)
    diagnostics.push(
      ...[...migrationNames, ...rollbackNames]
        .filter((name) => !known.has(name))
        .map((name) =>
          Number.parseInt(name, 10) <= lastNumber(iterations) ? iterationTwice(name) : fileWithoutRecord(name),
        ),
    );
  const bytes = diagnostics.length > 0 ? null : await readSnapshot(folder, iterations.at(-1)?.record, diagnostics);
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, files: filesOf(iterations, bytes) };
}

/** The files, with a snapshot that was held against its checksum and is not parsed yet. */
function filesOf(iterations: readonly Iteration[], bytes: Buffer | null): DatabaseFiles {
  let parsed: Snapshot | null = null;
  return {
    iterations,
    get snapshot() {
      if (bytes !== null) parsed ??= parseSnapshot(bytes.toString("utf8"));
      return parsed;
    },
  };
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
    // Only the first may be a baseline that folds others: it follows nothing.
    const number = index === 0 && record.folds !== undefined ? record.iteration : lastNumber(iterations) + 1;
    if (names[index] !== recordFile(number) || record.iteration !== number || record.previousHash !== previousHash)
      diagnostics.push(recordOutOfChain(names[index] ?? "", number));
    previousHash = hashInChain(record);
    iterations.push(result.iteration);
  }
  return iterations;
}

async function readIteration(
  folder: DatabaseFolder,
  name: string,
): Promise<{ readonly iteration?: Iteration; readonly diagnostics: readonly Diagnostic[] }> {
  const text = (await readBytes(join(folder.iterations, name)))?.toString() ?? "";
  if (holdsConflict(text)) return { diagnostics: [branchesMet(`iterations/${name}`)] };
  const parsed = IterationRecord.safeParse(parseJson(text));
  if (!parsed.success) return { diagnostics: [fileUnreadable(`iterations/${name}`)] };
  const record = parsed.data;
  const unproven = findUnproven(record);
  if (unproven !== undefined) return { diagnostics: [recordEdited(`iterations/${name}`, unproven.iteration)] };
  const { migrations } = record.databaseChanges;
  if (migrations.length === 0 || migrations.length !== record.rollback.migrations.length)
    return { diagnostics: [fileUnreadable(`iterations/${name}`)] };
  const read = await Promise.all(
    migrations.map((entry, index) => readPart(folder, entry, record.rollback.migrations[index] ?? entry)),
  );
  const migration = joinParts(
    record,
    read.map(({ part }) => part),
  );
  return { iteration: { record, migration }, diagnostics: read.flatMap(({ diagnostics }) => diagnostics) };
}

type RecordEntry = IterationRecord["databaseChanges"]["migrations"][number];
type RollbackEntry = IterationRecord["rollback"]["migrations"][number];

async function readPart(
  folder: DatabaseFolder,
  entry: RecordEntry,
  rollback: RollbackEntry,
): Promise<{ readonly part: MigrationPart; readonly diagnostics: readonly Diagnostic[] }> {
  const [sql, rollbackSql] = await Promise.all([
    readBytes(join(folder.migrations, entry.file)),
    readBytes(join(folder.rollbacks, rollback.file)),
  ]);
  const part: MigrationPart = {
    file: entry.file,
    sql: sql?.toString() ?? "",
    checksum: entry.checksum,
    run: entry.run ?? { mode: "transaction" },
    rollbackFile: rollback.file,
    rollbackSql: rollbackSql?.toString() ?? "",
  };
  return {
    part,
    diagnostics: [
      ...checkFile(`migrations/${entry.file}`, sql, entry.checksum),
      ...checkFile(`rollbacks/${rollback.file}`, rollbackSql, rollback.checksum),
    ],
  };
}

function checkFile(name: string, bytes: Buffer | undefined, checksum: string): readonly Diagnostic[] {
  if (bytes === undefined) return [fileMissing(name)];
  const found = checksumOfBytes(bytes);
  return found === checksum ? [] : [fileEdited(name, checksum, found)];
}

async function readSnapshot(
  folder: DatabaseFolder,
  last: IterationRecord | undefined,
  diagnostics: Diagnostic[],
): Promise<Buffer | null> {
  if (last === undefined) return null;
  const bytes = await readBytes(folder.snapshot);
  diagnostics.push(...checkFile("snapshot.json", bytes, last.snapshotChecksum));
  return bytes ?? null;
}

/** Whether git left the two sides of a merge in a file. */
const holdsConflict = (text: string): boolean => /^<{7} /m.test(text) && /^>{7} /m.test(text);

async function listFiles(folder: string, ending: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(ending)).sort();
}

/** What is in a file, or undefined where there is none. */
const readBytes = (path: string): Promise<Buffer | undefined> => readFile(path).catch(() => undefined);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
