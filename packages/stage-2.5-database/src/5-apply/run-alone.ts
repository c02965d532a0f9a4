import type { Client } from "pg";
import { finishRun } from "./finish-run.ts";
import { archiveFirst, type MigrationRun } from "./migration-run.ts";
import { beginProgress, findProgress, type PartProgress } from "./part-progress.ts";
import { beginTimed, retryLocked } from "./retry-locked.ts";

const statementTimeoutMs = 20 * 60 * 1_000;

/**
 * Begins a part that is no transaction itself, or gives how far it had come. Before it is begun, what is about to be lost is
 * copied, in the same transaction: one that goes on where it was copies nothing again.
 */
export const beginAlone = (client: Client, run: MigrationRun): Promise<PartProgress> =>
  retryLocked({ signal: run.signal, rollback: () => client.query("ROLLBACK") }, async () => {
    const begun = await findProgress(client, run);
    if (begun !== undefined) return begun;
    await beginTimed(client, statementTimeoutMs);
    await archiveFirst(client, run);
    const progress = await beginProgress(client, run);
    await client.query("COMMIT");
    return progress;
  });

/** Ends such a part, in a transaction of its own. */
export const finishAlone = (client: Client, run: MigrationRun, startedAt: number): Promise<void> =>
  retryLocked({ signal: run.signal, rollback: () => client.query("ROLLBACK") }, async () => {
    await beginTimed(client, statementTimeoutMs);
    await finishRun(client, run, startedAt);
    await client.query("COMMIT");
  });
