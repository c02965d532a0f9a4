import type { Client } from "pg";
import { iterationAt } from "../3-write/iteration-chain.ts";
import type { Iteration } from "../3-write/read-database-files.ts";
import { type MigrationRun, partOf } from "./migration-run.ts";

/** How far a part has come that is run in several transactions. */
export interface PartProgress {
  readonly iteration: number;
  readonly part: number;
  readonly checksum: string;
  /** The key of the last row of the last batch; null before the first. */
  readonly lastKey: readonly string[] | null;
  readonly rowsDone: number;
}

const createProgress = `
CREATE TABLE IF NOT EXISTS build_it.part_progress (
  iteration integer NOT NULL,
  part integer NOT NULL,
  checksum varchar(64) NOT NULL,
  last_key text[],
  rows_done bigint NOT NULL DEFAULT 0,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (iteration, part)
);
COMMENT ON TABLE build_it.part_progress IS 'How far a migration has come that is run in several transactions, so that it goes on from there.';`;

/** Makes the table where it is not there yet. */
export const ensureProgress = async (client: Client): Promise<void> => {
  await client.query(createProgress);
};

/** What was begun and not finished; nothing where there is no such table yet. */
export async function readProgress(client: Client): Promise<readonly PartProgress[]> {
  const { rows: exists } = await client.query<{ exists: boolean }>(
    "SELECT to_regclass('build_it.part_progress') IS NOT NULL AS exists",
  );
  if (exists[0]?.exists !== true) return [];
  const { rows } = await client.query<Omit<PartProgress, "rowsDone"> & { readonly rowsDone: string }>(
    `SELECT iteration, part, checksum, last_key AS "lastKey", rows_done AS "rowsDone" FROM build_it.part_progress`,
  );
  return rows.map((row) => ({ ...row, rowsDone: Number(row.rowsDone) }));
}

export interface BegunIndex {
  readonly iteration: number;
  readonly action: "create" | "drop";
  readonly index: { readonly schema: string; readonly name: string };
}

/** The index that a part was building or dropping when it stopped. */
export async function findBegunIndex(client: Client, iterations: readonly Iteration[]): Promise<BegunIndex | null> {
  for (const { iteration, part, checksum } of await readProgress(client)) {
    const begun = iterationAt(iterations, iteration)?.migration.parts[part - 1];
    if (begun?.checksum !== checksum || begun.run.mode !== "concurrently") continue;
    return { iteration, action: begun.run.action, index: begun.run.index };
  }
  return null;
}

/** How far a part had come, where it was begun. */
export async function findProgress(client: Client, run: MigrationRun): Promise<PartProgress | undefined> {
  const { checksum } = partOf(run);
  return (await readProgress(client)).find(
    (one) => one.iteration === run.iteration.record.iteration && one.part === run.part && one.checksum === checksum,
  );
}

/** Notes that a part was begun. */
export async function beginProgress(client: Client, run: MigrationRun): Promise<PartProgress> {
  const { checksum } = partOf(run);
  const { iteration } = run.iteration.record;
  await client.query(
    `INSERT INTO build_it.part_progress (iteration, part, checksum) VALUES ($1, $2, $3)
     ON CONFLICT (iteration, part) DO UPDATE SET checksum = excluded.checksum, last_key = NULL, rows_done = 0,
       started_at = clock_timestamp()`,
    [iteration, run.part, checksum],
  );
  return { iteration, part: run.part, checksum, lastKey: null, rowsDone: 0 };
}

/** Notes how far a part has come; part of its batch's transaction. */
export async function keepProgress(
  client: Client,
  { iteration, part, lastKey, rowsDone }: PartProgress,
): Promise<void> {
  await client.query(
    "UPDATE build_it.part_progress SET last_key = $3, rows_done = $4 WHERE iteration = $1 AND part = $2",
    [iteration, part, lastKey, rowsDone],
  );
}

/** What was under way of an iteration is done, or taken back. */
export const forgetProgress = async (client: Client, iteration: number): Promise<void> => {
  await client.query("DELETE FROM build_it.part_progress WHERE iteration = $1", [iteration]);
};
