import { randomInt } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";

/** How long a statement may wait for a lock, while all who come after it wait behind it. */
const lockTimeoutMs = 3_000;
const mostTries = 6;

/** Begins a transaction whose statements wait only shortly for a lock, and run only so long. */
export async function beginTimed(client: Client, statementTimeoutMs: number): Promise<void> {
  await client.query("BEGIN");
  await client.query("SELECT set_config('lock_timeout', $1, true), set_config('statement_timeout', $2, true)", [
    String(lockTimeoutMs),
    String(statementTimeoutMs),
  ]);
}

/**
 * Does `work` again, after growing pauses, as long as a lock could not be had in time or two sessions waited for each other:
 * so nobody queues behind us for long. What `work` began is rolled back before each further try, and left to the caller when
 * the last one fails.
 */
export async function retryLocked<T>(
  { signal, rollback }: { readonly signal: AbortSignal; readonly rollback: () => Promise<unknown> },
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isLockTrouble(error) || attempt >= mostTries || signal.aborted) throw error;
      await rollback();
      await pause(randomInt(50, 150) * 2 ** attempt, undefined, { signal });
    }
  }
}

/** lock_not_available, deadlock_detected. */
const isLockTrouble = (error: unknown): boolean =>
  error instanceof Error && "code" in error && (error.code === "55P03" || error.code === "40P01");
