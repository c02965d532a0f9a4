import type { DatabaseSchema } from "@build-it/postgres-schema";
import type { StageContext } from "@build-it/stage-contract";
import type { Client } from "pg";
import type { Iteration } from "../3-write/read-database-files.ts";
import type { RowKeeper } from "../archive/keep-rows.ts";
import type { BatchSettings } from "../project.ts";
import type { MigrationPart } from "../reports.ts";
import type { HistoryRow, NewHistoryRow } from "./history.ts";

/** One part of a migration, or the rollback from its end, to be run on a target. */
export interface MigrationRun {
  readonly iteration: Iteration;
  readonly action: HistoryRow["action"];
  /** Which part, from 1. */
  readonly part: number;
  /** The schema that must be there afterwards, as PostgreSQL prints it. */
  readonly expected: DatabaseSchema;
  /** The record that the database stands at afterwards; null for an empty one, and in the midst of an iteration. */
  readonly recordAfter: Iteration["record"] | null;
  /** Of all parts together. */
  readonly rows: RowKeeper;
  readonly environment: string;
  readonly approvedBy: string | null;
  readonly label: string;
  readonly batches: BatchSettings;
  readonly signal: AbortSignal;
  readonly emit: StageContext["emit"];
}

export function partOf({ iteration, part }: MigrationRun): MigrationPart {
  const found = iteration.migration.parts[part - 1];
  if (found === undefined) throw new Error(`iteration ${iteration.record.iteration} has no part ${part}`);
  return found;
}

/** The file that is run, as people find it. */
export function fileOf(run: MigrationRun): { readonly name: string; readonly path: string; readonly sql: string } {
  const { file, sql, rollbackFile, rollbackSql } = partOf(run);
  return run.action === "apply"
    ? { name: file, path: `database/migrations/${file}`, sql }
    : { name: rollbackFile, path: `database/rollbacks/${rollbackFile}`, sql: rollbackSql };
}

/** What every history row of a run says, whatever comes of it. */
export function rowOf(
  run: MigrationRun,
): Omit<NewHistoryRow, "success" | "schema_fingerprint" | "duration_ms" | "error"> {
  const { file, checksum } = partOf(run);
  return {
    iteration: run.iteration.record.iteration,
    migration_file: file,
    part: run.part,
    parts: run.iteration.migration.parts.length,
    checksum,
    action: run.action,
    record_hash: run.iteration.record.hash,
    approved_by: run.approvedBy,
    environment: run.environment,
  };
}

/** Whether a run is the first of its iteration that changes anything: those before it only prepare. A rollback always is. */
export function changesFirst({ iteration, action, part }: MigrationRun): boolean {
  if (action === "rollback") return true;
  const first = iteration.migration.parts.findIndex(({ run }) => run.mode === "concurrently" || !run.beforeRenames);
  return part === first + 1;
}

/** Before anything changes: copies what is about to be lost, as part of the caller's transaction. */
export async function archiveFirst(client: Client, run: MigrationRun): Promise<void> {
  if (changesFirst(run)) await run.rows.archive(client);
}

/** After a file was run in one transaction: notes what it made of the values that were copied in the same one. */
export async function noteMade(client: Client, run: MigrationRun): Promise<void> {
  if (changesFirst(run)) await run.rows.noteMade(client);
}

/** After its last part: brings back what the way here archived, as part of the caller's transaction. */
export async function bringBackLast(client: Client, run: MigrationRun): Promise<void> {
  if (run.action === "rollback" || run.part === run.iteration.migration.parts.length) await run.rows.bringBack(client);
}
