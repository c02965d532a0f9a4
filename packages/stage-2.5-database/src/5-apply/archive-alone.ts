import type { Client } from "pg";
import { archiveFirst, type MigrationRun } from "./migration-run.ts";
import { beginTimed, retryLocked } from "./retry-locked.ts";

const statementTimeoutMs = 20 * 60 * 1_000;

/** Before a first part that is no transaction itself: copies what is about to be lost, in a transaction of its own. */
export const archiveAlone = (client: Client, run: MigrationRun): Promise<void> =>
  retryLocked({ signal: run.signal, rollback: () => client.query("ROLLBACK") }, async () => {
    await beginTimed(client, statementTimeoutMs);
    await archiveFirst(client, run);
    await client.query("COMMIT");
  });
