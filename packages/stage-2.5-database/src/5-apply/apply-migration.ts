import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { type DatabaseSchema, fingerprintSchema } from "@build-it/postgres-schema";
import type { Client } from "pg";
import type { Iteration } from "../3-write/read-database-files.ts";
import { compareWithLive } from "../6-verify/compare-with-live.ts";
import { rememberVerified } from "../6-verify/verified-state.ts";
import { statementFailed, verificationFailed } from "../diagnostics.ts";
import { Halt, messageOf } from "./connect.ts";
import { addHistoryRow, type HistoryRow } from "./history.ts";

const lockTimeoutMs = 3_000;
const statementTimeoutMs = 20 * 60 * 1_000;
const mostTries = 6;

export interface MigrationRun {
  readonly iteration: Iteration;
  readonly action: HistoryRow["action"];
  /** The schema that must be there afterwards, as PostgreSQL prints it. */
  readonly expected: DatabaseSchema;
  /** The record that the database stands at afterwards; null for an empty one. */
  readonly recordAfter: { readonly iteration: number; readonly hash: string } | null;
  readonly environment: string;
  readonly approvedBy: string | null;
  readonly label: string;
  readonly signal: AbortSignal;
}

/**
 * Runs one migration or rollback, adds its history row, reads the schema back, and commits only if it is exactly the
 * expected one: all in one transaction. Otherwise nothing of it is left but a row that says it failed, and a halt is
 * thrown. A lock that cannot be had in time is tried for again, so that nobody queues behind us for long.
 */
export async function applyMigration(client: Client, run: MigrationRun): Promise<void> {
  const startedAt = performance.now();
  for (let attempt = 1; ; attempt++) {
    try {
      return await applyOnce(client, run, startedAt);
    } catch (error) {
      await client.query("ROLLBACK");
      if (isLockTimeout(error) && attempt < mostTries && !run.signal.aborted) {
        await pause(randomInt(50, 150) * 2 ** attempt);
        continue;
      }
      const failure = run.signal.aborted ? cancelled(run) : failureOf(error, run);
      await recordFailure(client, run, { failure, durationMs: Math.round(performance.now() - startedAt) });
      throw failure;
    }
  }
}

async function applyOnce(client: Client, run: MigrationRun, startedAt: number): Promise<void> {
  const { iteration, action, expected } = run;
  const schemaFingerprint = fingerprintSchema(expected);
  await client.query("BEGIN");
  await client.query(`SET LOCAL lock_timeout = ${lockTimeoutMs}; SET LOCAL statement_timeout = ${statementTimeoutMs}`);
  await client.query(action === "apply" ? iteration.migration.sql : iteration.migration.rollbackSql);
  await addHistoryRow(client, {
    ...rowOf(run),
    success: true,
    schema_fingerprint: schemaFingerprint,
    duration_ms: Math.round(performance.now() - startedAt),
    error: null,
  });
  const { differences, unmanaged } = await compareWithLive(client, expected);
  run.signal.throwIfAborted();
  if (differences.length > 0)
    throw new Halt(
      {
        kind: "verification_failed",
        message: `After ${fileOf(run)} the database ${run.label} is not what the model says. Nothing was kept of it.`,
      },
      [verificationFailed(fileOf(run), run.label, differences.length), ...differences],
    );
  await rememberVerified(client, { record: run.recordAfter, expected, schemaFingerprint, unmanaged });
  // PostgREST reads the schema again when this is committed; elsewhere nobody listens.
  await client.query("NOTIFY pgrst, 'reload schema'");
  await client.query("COMMIT");
}

const fileOf = ({ iteration, action }: MigrationRun): string =>
  action === "apply" ? iteration.migration.file : iteration.migration.rollbackFile;

const rowOf = (run: MigrationRun) => ({
  iteration: run.iteration.record.iteration,
  migration_file: run.iteration.migration.file,
  checksum: run.iteration.migration.checksum,
  action: run.action,
  record_hash: run.iteration.record.hash,
  approved_by: run.approvedBy,
  environment: run.environment,
});

async function recordFailure(
  client: Client,
  run: MigrationRun,
  { failure, durationMs }: { readonly failure: Error; readonly durationMs: number },
): Promise<void> {
  const details = failure instanceof Halt ? failure.diagnostics.slice(0, 20).map(({ message }) => message) : [];
  await addHistoryRow(client, {
    ...rowOf(run),
    success: false,
    schema_fingerprint: null,
    duration_ms: durationMs,
    error: [failure.message, ...details].join("\n"),
  });
}

const cancelled = (run: MigrationRun): Halt =>
  new Halt({ kind: "cancelled", message: `${fileOf(run)} was cancelled. Nothing was kept of it.` });

const isLockTimeout = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "55P03";

/** A statement that PostgreSQL refused becomes a halt, with its line in the file; anything else stays the bug it is. */
function failureOf(error: unknown, run: MigrationRun): Error {
  if (error instanceof Halt) return error;
  if (!(error instanceof Error)) return new Error(messageOf(error));
  if (!("severity" in error)) return error;
  const folder = run.action === "apply" ? "migrations" : "rollbacks";
  const sql = run.action === "apply" ? run.iteration.migration.sql : run.iteration.migration.rollbackSql;
  const position = "position" in error ? Number(error.position) : Number.NaN;
  const detail = "detail" in error && typeof error.detail === "string" ? error.detail : undefined;
  return new Halt(
    { kind: "verification_failed", message: `${fileOf(run)} failed on ${run.label}. Nothing was kept of it.` },
    [statementFailed({ file: `database/${folder}/${fileOf(run)}`, message: error.message, detail, sql, position })],
  );
}
