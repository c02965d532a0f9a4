import type { RunMode } from "@build-it/artifacts";
import { qualified, sql } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { isConnectionLost } from "./connect.ts";
import { readIndexState } from "./index-state.ts";
import { fileOf, type MigrationRun, partOf } from "./migration-run.ts";
import { beginAlone, finishAlone } from "./run-alone.ts";

type Concurrent = Extract<RunMode, { readonly mode: "concurrently" }>;

/**
 * Builds or drops an index while others go on writing, then verifies. What a try that failed or died has left is found and
 * made good: an invalid index is dropped and built again, one that was finished is not built twice.
 */
export async function buildConcurrently(client: Client, run: MigrationRun, startedAt: number): Promise<void> {
  const part = partOf(run).run;
  if (part.mode !== "concurrently") throw new Error(`${fileOf(run).name} is not run concurrently`);
  await beginAlone(client, run);
  // No lock_timeout: what is waited for here are old snapshots, nobody queues behind it, and giving up leaves an invalid index.
  await settle(client, part, fileOf(run).sql).catch(async (error: unknown) => {
    if (!run.signal.aborted && !isConnectionLost(error)) await dropInvalid(client, part);
    throw error;
  });
  await finishAlone(client, run, startedAt);
}

async function settle(client: Client, part: Concurrent, statement: string): Promise<void> {
  if (part.action === "create") await dropInvalid(client, part);
  const state = await readIndexState(client, part.index);
  if (state !== (part.action === "create" ? "valid" : "absent")) await client.query(statement);
}

/** Drops what a build that failed has left. */
async function dropInvalid(client: Client, part: Concurrent): Promise<void> {
  if (part.action === "create" && (await readIndexState(client, part.index)) === "invalid")
    await client.query(sql`DROP INDEX CONCURRENTLY ${qualified(part.index.schema, part.index.name)}`.text);
}
