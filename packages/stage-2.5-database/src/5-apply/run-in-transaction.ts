import type { Client } from "pg";
import { knownSteps, runFile } from "../data-steps/typescript/run-file.ts";
import { finishRun } from "./finish-run.ts";
import { archiveFirst, fileOf, type MigrationRun, noteMade } from "./migration-run.ts";
import { beginTimed, retryLocked } from "./retry-locked.ts";

const statementTimeoutMs = 20 * 60 * 1_000;

/** Runs a file, adds its history row, verifies, and commits: all in one transaction, or nothing. */
export const runInTransaction = (client: Client, run: MigrationRun, startedAt: number): Promise<void> =>
  retryLocked({ signal: run.signal, rollback: () => client.query("ROLLBACK") }, async () => {
    await beginTimed(client, statementTimeoutMs);
    await archiveFirst(client, run);
    await runFile(client, { sql: fileOf(run).sql, steps: knownSteps(run.iteration.record) });
    await noteMade(client, run);
    await finishRun(client, run, startedAt);
    await client.query("COMMIT");
  });
