import { ident, joinSql, qualified, type Sql, sql } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { type ArchiveEntry, archiveTable } from "./archive-entry.ts";
import {
  asText,
  columnOf,
  type LiveColumn,
  type LiveTable,
  readLiveTable,
  restoredValue,
  sameValue,
} from "./live-table.ts";
import { sameRow } from "./note-values.ts";

/** How an entry comes back: a statement that moves the rows which `only` holds for out of the archive. */
export interface WayBack {
  readonly entry: ArchiveEntry;
  readonly table: LiveTable;
  /** The columns that it writes. */
  readonly columns: readonly string[];
  readonly statement: (only: Sql) => Sql;
  /** Conditions over `kept`: that its row is there, and that its value is not the one that was last seen there. */
  readonly stays: { readonly there: Sql; readonly changed: Sql };
}

/** What is known besides the entry. */
export interface Restoring {
  /** Columns that repeat a column of the table under former names. */
  readonly repeats: (column: string) => readonly string[];
  /** Whether somebody may have written to the table since the column is there again. */
  readonly later: boolean;
  /** Whether all that its table holds now is what the run made that brings the rows back. */
  readonly ownRows: boolean;
}

/** The way back of an entry; null where the table, the column or what tells its rows apart is not there. */
export async function findWayBack(
  client: Client,
  entry: ArchiveEntry,
  { table, ...restoring }: Restoring & { readonly table: LiveTable },
): Promise<WayBack | null> {
  return entry.kind === "rows" ? rowsBack(client, entry, { table, ...restoring }) : valuesBack(entry, table, restoring);
}

function valuesBack(entry: ArchiveEntry, table: LiveTable, { repeats, later }: Restoring): WayBack | null {
  const name = entry.column_name ?? "";
  const column = columnOf(table, name);
  const same = sameRow(
    table,
    entry.key.map((key) => key.name),
  );
  if (column === undefined || same === null || column.generated) return null;
  const columns = [name, ...repeats(name).filter((repeat) => columnOf(table, repeat)?.generated === false)];
  const values = columns.map(
    (one) => sql`${ident(one)} = ${restoredValue(columnOf(table, one) ?? column, sql`kept.value`)}`,
  );
  const differs = sql`${asText(sql`target.${ident(name)}`)} IS DISTINCT FROM ${asText(sql`kept.seen`)}`;
  const place = archiveTable(entry);
  const untouched = later ? sql`NOT kept.changed AND NOT ${differs}` : sql`NOT kept.changed`;
  return {
    entry,
    table,
    columns,
    statement: (
      only,
    ) => sql`WITH back AS (UPDATE ${table.rows} AS target SET ${joinSql(values, ", ")} FROM ${place} AS kept WHERE ${same} AND ${untouched} AND ${only} RETURNING kept.ctid AS row_at)
DELETE FROM ${place} WHERE ctid IN (SELECT row_at FROM back)`,
    stays: {
      there: sql`EXISTS (SELECT FROM ${table.rows} AS target WHERE ${same})`,
      changed: later
        ? sql`(kept.changed OR EXISTS (SELECT FROM ${table.rows} AS target WHERE ${same} AND ${differs}))`
        : sql`kept.changed`,
    },
  };
}

async function rowsBack(
  client: Client,
  entry: ArchiveEntry,
  { table, ownRows }: Restoring & { readonly table: LiveTable },
): Promise<WayBack | null> {
  const copy = await readLiveTable(client, { schema: "build_it", table: entry.archive_table });
  const columns = table.columns.filter(({ name, generated }) => !generated && copy && columnOf(copy, name));
  const key = entry.key.flatMap(({ name }) => columns.find((column) => column.name === name) ?? []);
  if (columns.length === 0) return null;
  const place = archiveTable(entry);
  const names = joinSql(
    columns.map(({ name }) => ident(name)),
    ", ",
  );
  const values = columns.map((column) => restoredValue(column, sql`kept.${ident(column.name)}`));
  const insert = (only: Sql) =>
    sql`INSERT INTO ${qualified(table.schema, table.table)} (${names}) OVERRIDING SYSTEM VALUE SELECT ${joinSql(values, ", ")} FROM ${place} AS kept WHERE ${only}`;
  const told = key.length > 0 && key.length === entry.key.length;
  const keys = joinSql(
    key.map(({ name }) => ident(name)),
    ", ",
  );
  const same = joinSql(
    key.map((column) => sameValue(column, sql`back.${ident(column.name)}`, sql`kept.${ident(column.name)}`)),
    " AND ",
  );
  return {
    entry,
    table,
    columns: columns.map(({ name }) => name),
    // A row whose key somebody has taken stays in the archive; without a key it is all or nothing.
    statement: (only) =>
      told
        ? sql`WITH back AS (${insert(only)} ${ownRows ? overwrite(entry, table, columns) : sql`ON CONFLICT DO NOTHING`} RETURNING ${keys}) DELETE FROM ${place} AS kept USING back WHERE ${same}`
        : sql`WITH back AS (${insert(only)}) DELETE FROM ${place} AS kept WHERE ${only}`,
    stays: { there: sql`true`, changed: sql`false` },
  };
}

/** A row that the run put there is as it was archived, where its key tells that it is the same one. */
function overwrite(entry: ArchiveEntry, { keys }: LiveTable, columns: readonly LiveColumn[]): Sql {
  const key = entry.key.map(({ name }) => name);
  const values = columns.flatMap(({ name, identity }) =>
    key.includes(name) || identity === "a" ? [] : [sql`${ident(name)} = excluded.${ident(name)}`],
  );
  const isKey = keys.some((one) => one.length === key.length && one.every((name) => key.includes(name)));
  if (!isKey || values.length === 0) return sql`ON CONFLICT DO NOTHING`;
  return sql`ON CONFLICT (${joinSql(key.map(ident), ", ")}) DO UPDATE SET ${joinSql(values, ", ")}`;
}
