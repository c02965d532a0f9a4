import { qualified, type Sql, shortenName, sql } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { z } from "zod";
import type { HistoryRow } from "../5-apply/history.ts";

const KeyColumn = z.object({ name: z.string(), type: z.string() });

/** A row of `build_it.archive`: one copy of rows or of a column's values, taken before they were gone. */
export const ArchiveEntry = z.object({
  id: z.coerce.number().int(),
  /** The iteration whose migration or rollback they were taken from, and that iteration's record. */
  iteration: z.number().int(),
  action: z.enum(["apply", "rollback"]),
  record_hash: z.string(),
  /** The last row of the history that succeeded before. */
  history_before: z.coerce.number().int(),
  /** Whole rows of a table that goes; a column that goes; a column's values that become others. */
  kind: z.enum(["rows", "column", "values"]),
  table_schema: z.string(),
  table_name: z.string(),
  column_name: z.string().nullable(),
  column_type: z.string().nullable(),
  /** What tells a row of the table apart; empty where nothing does. */
  key: z.array(KeyColumn),
  /** Where columns that number themselves had got to. */
  positions: z.array(z.object({ column: z.string(), last: z.string() })),
  rows: z.coerce.number().int(),
  /** How many of them are in the archive still. */
  rows_left: z.coerce.number().int(),
  /** The table in `build_it`; it is dropped when all of it is back. */
  archive_table: z.string(),
  archived_at: z.date(),
  restored_at: z.date().nullable(),
});
export type ArchiveEntry = z.infer<typeof ArchiveEntry>;

const createArchive = `
CREATE TABLE IF NOT EXISTS build_it.archive (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  iteration integer NOT NULL,
  action text NOT NULL CHECK (action IN ('apply', 'rollback')),
  record_hash varchar(64) NOT NULL,
  history_before bigint NOT NULL,
  kind text NOT NULL CHECK (kind IN ('rows', 'column', 'values')),
  table_schema text NOT NULL,
  table_name text NOT NULL,
  column_name text,
  column_type text,
  key jsonb NOT NULL,
  positions jsonb NOT NULL,
  rows bigint NOT NULL,
  rows_left bigint NOT NULL,
  archive_table text NOT NULL,
  archived_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  restored_at timestamptz
);
COMMENT ON TABLE build_it.archive IS 'Rows and values that a migration or a rollback had no place for: where they are kept, and how many are back.';`;

/** The name of an entry's table, as a person finds it: `archive_12_accounts_phone`. */
export const archiveTableName = (id: number, table: string, column: string | null): string =>
  shortenName(["archive", id, table, ...(column === null ? [] : [column])].join("_"));

/** An entry's table as SQL. */
export const archiveTable = ({ archive_table }: Pick<ArchiveEntry, "archive_table">): Sql =>
  qualified("build_it", archive_table);

/** Makes the registry where it is not there yet, and takes the number of the next entry. */
export async function openEntry(client: Client): Promise<number> {
  await client.query(createArchive);
  const { rows } = await client.query<{ id: string }>(
    "SELECT nextval(pg_get_serial_sequence('build_it.archive', 'id')) AS id",
  );
  return Number(rows[0]?.id);
}

export type NewEntry = Omit<ArchiveEntry, "archived_at" | "restored_at" | "rows_left">;

export async function addEntry(client: Client, entry: NewEntry): Promise<void> {
  const { id, iteration, action, record_hash, history_before } = entry;
  const { kind, table_schema, table_name, column_name, column_type } = entry;
  await client.query(
    `INSERT INTO build_it.archive (id, iteration, action, record_hash, history_before, kind, table_schema, table_name, column_name,
       column_type, key, positions, rows, rows_left, archive_table)
     OVERRIDING SYSTEM VALUE VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13, $14)`,
    [
      ...[id, iteration, action, record_hash, history_before],
      ...[kind, table_schema, table_name, column_name, column_type],
      ...[JSON.stringify(entry.key), JSON.stringify(entry.positions), entry.rows, entry.archive_table],
    ],
  );
}

export const hasArchive = async (client: Client): Promise<boolean> => {
  const { rows } = await client.query<{ there: boolean }>(
    "SELECT to_regclass('build_it.archive') IS NOT NULL AS there",
  );
  return rows[0]?.there === true;
};

/** What the archive still holds, latest first. */
export async function readEntries(client: Client): Promise<readonly ArchiveEntry[]> {
  if (!(await hasArchive(client))) return [];
  const { rows } = await client.query("SELECT * FROM build_it.archive WHERE rows_left > 0 ORDER BY id DESC");
  return rows.map((row) => ArchiveEntry.parse(row));
}

/**
 * What the way here put into the archive: the rows that this way back brings along. What was there before an iteration went
 * this way the last time is older than what is in the database since.
 */
export function entriesFor(
  entries: readonly ArchiveEntry[],
  history: readonly HistoryRow[],
  way: Pick<ArchiveEntry, "iteration" | "action" | "record_hash">,
): readonly ArchiveEntry[] {
  const own = history.filter(({ success, iteration }) => success && iteration === way.iteration);
  const here = own.findLast(({ action }) => action !== way.action);
  if (here === undefined) return [];
  const last = own.findLast(({ id, action }) => action === way.action && id < here.id);
  return entries.filter(
    (entry) =>
      entry.iteration === way.iteration &&
      entry.action !== way.action &&
      entry.record_hash === way.record_hash &&
      entry.history_before >= (last?.id ?? 0),
  );
}

/** What a run itself put into the archive, in however many parts and tries, since it last went the other way. */
export function entriesOf(
  entries: readonly ArchiveEntry[],
  history: readonly HistoryRow[],
  run: Pick<ArchiveEntry, "iteration" | "action" | "record_hash">,
): readonly ArchiveEntry[] {
  const back = history.findLast(
    ({ success, iteration, action }) => success && iteration === run.iteration && action !== run.action,
  );
  return entries.filter(
    (entry) =>
      entry.iteration === run.iteration &&
      entry.action === run.action &&
      entry.record_hash === run.record_hash &&
      entry.history_before >= (back?.id ?? 0),
  );
}

/** Notes what is left of an entry after some of it came back; a table with nothing in it goes. */
export async function settleEntry(client: Client, entry: ArchiveEntry, left: number): Promise<void> {
  if (left === 0) await client.query(sql`DROP TABLE ${archiveTable(entry)}`.text);
  await client.query("UPDATE build_it.archive SET rows_left = $2, restored_at = clock_timestamp() WHERE id = $1", [
    entry.id,
    left,
  ]);
}
