import { setTimeout as pause } from "node:timers/promises";
import type { Client } from "pg";
import { lockedByAnother } from "../diagnostics/history.ts";
import { Halt } from "./connect.ts";

const longestWaitMs = 15_000;
// "build_it" in ASCII, cut to what fits a bigint: no other tool takes this lock.
const lockKey = "7094140127458552180";

/**
 * Takes the lock that only one run may hold on a database; it goes with the session. Polled, not waited for: a waiting
 * statement would hold a snapshot, which concurrent index builds wait for in turn.
 */
export async function lockTarget(
  client: Client,
  { label, signal }: { readonly label: string; readonly signal: AbortSignal },
): Promise<void> {
  const startedAt = performance.now();
  for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
    const { rows } = await client.query<{ locked: boolean }>("SELECT pg_try_advisory_lock($1::bigint) AS locked", [
      lockKey,
    ]);
    if (rows[0]?.locked === true) return;
    if (performance.now() - startedAt > longestWaitMs)
      throw new Halt({ kind: "locked", message: `Another run is working on ${label}.` }, [
        lockedByAnother(label, await findHolder(client)),
      ]);
    await pause(wait, undefined, { signal });
  }
}

async function findHolder(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ holder: string }>(
    `SELECT format('process %s (%s), since %s', a.pid, coalesce(nullif(a.application_name, ''), a.usename), to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS')) AS holder
       FROM pg_locks l JOIN pg_stat_activity a USING (pid)
      WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND ((l.classid::bigint << 32) | l.objid::bigint) = $1::bigint`,
    [lockKey],
  );
  return rows[0]?.holder;
}
