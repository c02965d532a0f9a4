import type { Client } from "pg";
import { z } from "zod";

/** A row of `build_it.migration_history`. Rows are only ever added. */
export const HistoryRow = z.object({
  id: z.coerce.number().int(),
  iteration: z.number().int(),
  migration_file: z.string(),
  applied_at: z.date(),
  checksum: z.string(),
  success: z.boolean(),
  action: z.enum(["apply", "rollback"]),
  record_hash: z.string(),
  schema_fingerprint: z.string().nullable(),
  duration_ms: z.number().int(),
  applied_by: z.string(),
  approved_by: z.string().nullable(),
  environment: z.string(),
  error: z.string().nullable(),
});
export type HistoryRow = z.infer<typeof HistoryRow>;

// The schema is no API role's: nothing is granted on it, and it is not among the exposed ones.
const createHistory = `
CREATE SCHEMA IF NOT EXISTS build_it;
CREATE TABLE IF NOT EXISTS build_it.migration_history (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  iteration integer NOT NULL,
  migration_file varchar(255) NOT NULL,
  applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  checksum varchar(64) NOT NULL,
  success boolean NOT NULL,
  action text NOT NULL CHECK (action IN ('apply', 'rollback')),
  record_hash varchar(64) NOT NULL,
  schema_fingerprint varchar(64),
  duration_ms integer NOT NULL,
  applied_by text NOT NULL DEFAULT current_user,
  approved_by text,
  environment text NOT NULL,
  error text
);
COMMENT ON TABLE build_it.migration_history IS 'What BUILD IT ran on this database, one row a try. Rows are only ever added.';
CREATE TABLE IF NOT EXISTS build_it.verified_state (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  iteration integer NOT NULL,
  record_hash varchar(64) NOT NULL,
  schema_fingerprint varchar(64) NOT NULL,
  catalog_fingerprint text NOT NULL,
  unmanaged text[] NOT NULL,
  verified_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE build_it.verified_state IS 'The catalog as it was when it was last found equal to the model, so that an unchanged one need not be read again.';
REVOKE ALL ON SCHEMA build_it FROM PUBLIC;`;

/** Makes the history's tables where they are not there yet. */
export const ensureHistory = async (client: Client): Promise<void> => {
  await client.query(createHistory);
};

/** All rows, oldest first; none where there is no history yet. */
export async function readHistoryRows(client: Client): Promise<readonly HistoryRow[]> {
  const { rows: exists } = await client.query<{ exists: boolean }>(
    "SELECT to_regclass('build_it.migration_history') IS NOT NULL AS exists",
  );
  if (exists[0]?.exists !== true) return [];
  const { rows } = await client.query("SELECT * FROM build_it.migration_history ORDER BY id");
  return rows.map((row) => HistoryRow.parse(row));
}

export type NewHistoryRow = Omit<HistoryRow, "id" | "applied_at" | "applied_by">;

export async function addHistoryRow(client: Client, row: NewHistoryRow): Promise<void> {
  await client.query(
    `INSERT INTO build_it.migration_history
       (iteration, migration_file, checksum, success, action, record_hash, schema_fingerprint, duration_ms, approved_by, environment, error)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.iteration,
      row.migration_file,
      row.checksum,
      row.success,
      row.action,
      row.record_hash,
      row.schema_fingerprint,
      row.duration_ms,
      row.approved_by,
      row.environment,
      row.error,
    ],
  );
}

/** The iteration a database is at, from its rows: an apply leads to its iteration, a rollback to the one before. */
export function iterationOf(rows: readonly HistoryRow[]): number {
  const last = rows.findLast((row) => row.success);
  if (last === undefined) return 0;
  return last.action === "apply" ? last.iteration : last.iteration - 1;
}

/** For each iteration that the database is at or past, the row that brought it there. */
export function currentRows(rows: readonly HistoryRow[]): ReadonlyMap<number, HistoryRow> {
  const current = new Map<number, HistoryRow>();
  for (const row of rows) {
    if (!row.success) continue;
    if (row.action === "apply") current.set(row.iteration, row);
    else current.delete(row.iteration);
  }
  return current;
}
