import type { Client } from "pg";
import { z } from "zod";

/** A row of `build_it.migration_history`. Rows are only ever added. */
export const HistoryRow = z.object({
  id: z.coerce.number().int(),
  iteration: z.number().int(),
  migration_file: z.string(),
  /** Which of the iteration's parts, from 1; of a rollback, the last part that it took back. */
  part: z.number().int(),
  parts: z.number().int(),
  applied_at: z.date(),
  checksum: z.string(),
  success: z.boolean(),
  /** `adopt`: the database was found at this iteration, and nothing was run on it. */
  action: z.enum(["apply", "rollback", "adopt"]),
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
  action text NOT NULL CHECK (action IN ('apply', 'rollback', 'adopt')),
  record_hash varchar(64) NOT NULL,
  schema_fingerprint varchar(64),
  duration_ms integer NOT NULL,
  applied_by text NOT NULL DEFAULT current_user,
  approved_by text,
  environment text NOT NULL,
  error text
);
ALTER TABLE build_it.migration_history
  ADD COLUMN IF NOT EXISTS part integer NOT NULL DEFAULT 1,
  ADD COLUMN IF NOT EXISTS parts integer NOT NULL DEFAULT 1;
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
  return rows.map((row) => HistoryRow.parse({ part: 1, parts: 1, ...row }));
}

export type NewHistoryRow = Omit<HistoryRow, "id" | "applied_at" | "applied_by">;

export async function addHistoryRow(client: Client, row: NewHistoryRow): Promise<void> {
  await client.query(
    `INSERT INTO build_it.migration_history
       (iteration, migration_file, part, parts, checksum, success, action, record_hash, schema_fingerprint, duration_ms, approved_by, environment, error)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      row.iteration,
      row.migration_file,
      row.part,
      row.parts,
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

/** Lets a history that was made without them take rows of adoption. */
export const letHistoryAdopt = async (client: Client): Promise<void> => {
  await client.query(`ALTER TABLE build_it.migration_history DROP CONSTRAINT IF EXISTS migration_history_action_check,
    ADD CONSTRAINT migration_history_action_check CHECK (action IN ('apply', 'rollback', 'adopt'))`);
};

/** Where a database stands: at an iteration, or in the midst of the next one. */
export interface Position {
  /** The last iteration that was applied whole; 0 before the first. */
  readonly iteration: number;
  readonly underway: Underway | null;
}

/** An iteration of which some parts were applied. */
export interface Underway {
  readonly iteration: number;
  /** How many parts were applied. */
  readonly done: number;
  readonly of: number;
}

/**
 * Where a database stands, from its rows: an apply leads to its part of its iteration, a rollback to before that, and that of
 * the first one that it has to nothing.
 */
export function positionOf(rows: readonly HistoryRow[]): Position {
  const last = rows.findLast((row) => row.success);
  if (last === undefined) return { iteration: 0, underway: null };
  const { iteration, part, parts } = last;
  if (last.action === "rollback")
    return { iteration: currentParts(rows).size === 0 ? 0 : iteration - 1, underway: null };
  return part === parts
    ? { iteration, underway: null }
    : { iteration: iteration - 1, underway: { iteration, done: part, of: parts } };
}

/** The iteration that a database is at; one that is under way does not count. */
export const iterationOf = (rows: readonly HistoryRow[]): number => positionOf(rows).iteration;

/** For each iteration of which the database has something, the rows of its parts that brought it there. */
export function currentParts(rows: readonly HistoryRow[]): ReadonlyMap<number, readonly HistoryRow[]> {
  const current = new Map<number, HistoryRow[]>();
  for (const row of rows) {
    if (!row.success) continue;
    if (row.action === "rollback") current.delete(row.iteration);
    else current.set(row.iteration, [...(current.get(row.iteration) ?? []), row]);
  }
  return current;
}

/** For each iteration that the database is at or past, the row that finished it. */
export const currentRows = (rows: readonly HistoryRow[]): ReadonlyMap<number, HistoryRow> =>
  new Map(
    [...currentParts(rows)].flatMap(([iteration, parts]) => {
      const last = parts.at(-1);
      return last === undefined || last.part < last.parts ? [] : [[iteration, last] as const];
    }),
  );
