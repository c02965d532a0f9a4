import type { RunMode } from "@build-it/artifacts";
import type { Client } from "pg";
import { statementFailed } from "../diagnostics/verification.ts";
import { buildConcurrently } from "./build-concurrently.ts";
import { Halt, isConnectionLost, messageOf } from "./connect.ts";
import { fillInBatches } from "./fill-in-batches.ts";
import { addHistoryRow } from "./history.ts";
import { fileOf, type MigrationRun, partOf, rowOf } from "./migration-run.ts";
import { isRefusal, rowsRefused } from "./rows-refused.ts";
import { runInTransaction } from "./run-in-transaction.ts";

type Way = (client: Client, run: MigrationRun, startedAt: number) => Promise<void>;

const ways = {
  transaction: runInTransaction,
  concurrently: buildConcurrently,
  batches: fillInBatches,
} as const satisfies Record<RunMode["mode"], Way>;

/**
 * Runs one part of a migration, or a rollback, in the way that it says, with its history row, and verifies the schema that it
 * led to. Otherwise a row says that it failed, and a halt is thrown: of one transaction then nothing else is left, and any
 * other part goes on where it was when it is run again.
 */
export async function applyMigration(client: Client, run: MigrationRun): Promise<void> {
  const startedAt = performance.now();
  // A rollback is one transaction, whatever it takes back.
  const way = run.action === "apply" ? ways[partOf(run).run.mode] : runInTransaction;
  try {
    await way(client, run, startedAt);
  } catch (error) {
    // Then there is nothing to take back, and nowhere to write that it failed.
    if (isConnectionLost(error)) throw error;
    await client.query("ROLLBACK");
    const failure = await explain(client, run, error);
    await recordFailure(client, run, { failure, durationMs: Math.round(performance.now() - startedAt) });
    throw failure;
  }
}

async function explain(client: Client, run: MigrationRun, error: unknown): Promise<Error> {
  if (run.signal.aborted && !(error instanceof Halt)) return cancelled(run);
  return run.action === "rollback" && isRefusal(error) ? rowsRefused(client, run, error) : failureOf(error, run);
}

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

const isWhole = (run: MigrationRun): boolean => run.action === "rollback" || partOf(run).run.mode === "transaction";

/** What is left of a run that stopped. */
const whatIsKept = (run: MigrationRun): string =>
  isWhole(run) ? "Nothing was kept of it." : "It goes on from where it was when it is run again.";

const cancelled = (run: MigrationRun): Halt =>
  new Halt({ kind: "cancelled", message: `${fileOf(run).name} was cancelled. ${whatIsKept(run)}` });

/** A statement that PostgreSQL refused becomes a halt, with its line in the file; anything else stays the bug it is. */
function failureOf(error: unknown, run: MigrationRun): Error {
  if (error instanceof Halt) return error;
  if (!(error instanceof Error)) return new Error(messageOf(error));
  if (!("severity" in error)) return error;
  const { name, path, sql } = fileOf(run);
  const position = "position" in error ? Number(error.position) : Number.NaN;
  const detail = "detail" in error && typeof error.detail === "string" ? error.detail : undefined;
  return new Halt({ kind: "verification_failed", message: `${name} failed on ${run.label}. ${whatIsKept(run)}` }, [
    statementFailed({ file: path, message: error.message, detail, sql, position }),
  ]);
}
