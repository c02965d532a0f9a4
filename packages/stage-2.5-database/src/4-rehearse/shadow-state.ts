import type { IterationRecord } from "@build-it/artifacts";
import type { Client } from "pg";
import { checksumOf } from "../3-write/checksum.ts";
import { chainOf, hashInChain } from "../3-write/iteration-chain.ts";
import type { DatabaseFiles } from "../3-write/read-database-files.ts";
import type { PlannedMigration } from "../reports.ts";

/**
 * Where a shadow stands: a hash of all the texts that led there. It is known before an iteration has a record, so that a
 * shadow can be left at one that is about to be recorded. Where it never is, no record gives this state.
 */
export type ShadowState = string;

const stateAfter = (previousHash: string | null, checksums: readonly string[]): ShadowState =>
  checksumOf(JSON.stringify([previousHash, checksums]));

/** The state at the end of a recorded iteration; of a baseline, at the end of the last one that it folds. */
export function stateAt(record: IterationRecord): ShadowState {
  const { previousHash, databaseChanges } = chainOf(record).at(-1) ?? record;
  return stateAfter(
    previousHash,
    databaseChanges.migrations.map(({ checksum }) => checksum),
  );
}

/** The state at the end of a migration that follows the last iteration. */
export function stateAtEndOf({ parts }: PlannedMigration, { iterations }: DatabaseFiles): ShadowState {
  const last = iterations.at(-1);
  return stateAfter(
    last === undefined ? null : hashInChain(last.record),
    parts.map(({ checksum }) => checksum),
  );
}

/** The state that a shadow has noted; null on a new one. */
export async function readState(client: Client): Promise<ShadowState | null> {
  await client.query(
    "CREATE SCHEMA IF NOT EXISTS build_it; CREATE TABLE IF NOT EXISTS build_it.shadow_state (record_hash text NOT NULL)",
  );
  const { rows } = await client.query<{ record_hash: string }>("SELECT record_hash FROM build_it.shadow_state");
  return rows[0]?.record_hash ?? null;
}

/** Notes a state, in the transaction that led to it: so it is noted if and only if the shadow is there. */
export async function noteState(client: Client, state: ShadowState): Promise<void> {
  await client.query("DELETE FROM build_it.shadow_state");
  await client.query("INSERT INTO build_it.shadow_state VALUES ($1)", [state]);
}
