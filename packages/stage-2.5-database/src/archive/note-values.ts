import { ident, joinSql, qualified, type Sql, sql } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { type ArchiveEntry, archiveTable, type NewEntry } from "./archive-entry.ts";
import { keyColumn } from "./archive-rows.ts";
import type { TablePlace } from "./find-losses.ts";
import { asText, columnOf, type LiveTable, readLiveTable, sameValue } from "./live-table.ts";

type Keyed = Pick<ArchiveEntry, "archive_table" | "key">;

/** That a row `target` of the table is the one that a value in the archive, `kept`, is of; null where no key tells. */
export function sameRow(table: LiveTable, names: readonly string[]): Sql | null {
  const columns = names.flatMap((name) => columnOf(table, name) ?? []);
  if (columns.length === 0 || columns.length < names.length) return null;
  return joinSql(
    columns.map((column, index) => sameValue(column, sql`target.${ident(column.name)}`, sql`kept.${keyColumn(index)}`)),
    " AND ",
  );
}

/**
 * Notes beside archived values what stands in their column now: a value that is another one by the time it is to come back was
 * changed by somebody.
 */
export async function noteSeen(
  client: Client,
  { archive_table }: Keyed,
  { table, column, key }: { readonly table: LiveTable; readonly column: string; readonly key: readonly string[] },
): Promise<boolean> {
  const same = sameRow(table, key);
  if (same === null || columnOf(table, column) === undefined) return false;
  await client.query(
    sql`UPDATE ${archiveTable({ archive_table })} AS kept SET seen = ${asText(sql`target.${ident(column)}`)} FROM ${table.rows} AS target WHERE ${same} AND NOT kept.changed`
      .text,
  );
  return true;
}

/** A fill of a column that also notes what it makes of its archived values, in the one statement. */
export function noteFilled(
  update: Sql,
  { archive_table }: Keyed,
  { table, column, key }: { readonly table: LiveTable; readonly column: string; readonly key: readonly string[] },
): Sql {
  const same = sameRow(table, key);
  if (same === null) return update;
  return sql`WITH target AS (${update} RETURNING *)
UPDATE ${archiveTable({ archive_table })} AS kept SET seen = ${asText(sql`target.${ident(column)}`)} FROM target WHERE ${same} AND NOT kept.changed`;
}

/** Forgets the archived values that are as they were. Gives how many are left. */
export async function forgetUnchanged(client: Client, entry: NewEntry): Promise<number> {
  const place = archiveTable(entry);
  const { rowCount } = await client.query(
    sql`DELETE FROM ${place} WHERE ${asText(sql`value`)} IS NOT DISTINCT FROM ${asText(sql`seen`)}`.text,
  );
  const rows = entry.rows - (rowCount ?? 0);
  if (rows > 0)
    await client.query("UPDATE build_it.archive SET rows = $2, rows_left = $2 WHERE id = $1", [entry.id, rows]);
  else {
    await client.query(sql`DROP TABLE ${place}`.text);
    await client.query("DELETE FROM build_it.archive WHERE id = $1", [entry.id]);
  }
  return rows;
}

/** Marks the archived values that somebody changed since, where they are now. */
export async function markChanged(
  client: Client,
  entry: Keyed,
  {
    place: { column, ...place },
    key,
  }: { readonly place: TablePlace & { readonly column: string }; readonly key: readonly string[] },
): Promise<void> {
  const table = await readLiveTable(client, place);
  const same = table === undefined ? null : sameRow(table, key);
  if (table === undefined || same === null || columnOf(table, column) === undefined) return;
  await client.query(
    sql`UPDATE ${archiveTable(entry)} AS kept SET changed = true FROM ${qualified(place.schema, place.table)} AS target WHERE ${same} AND ${asText(sql`target.${ident(column)}`)} IS DISTINCT FROM ${asText(sql`kept.seen`)}`
      .text,
  );
}
