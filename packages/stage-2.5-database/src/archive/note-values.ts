import type { Rename } from "@build-it/postgres-schema";
import { ident, joinSql, qualified, type Sql, sql } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { type ArchiveEntry, archiveTable } from "./archive-entry.ts";
import { type Archived, keyColumn } from "./archive-rows.ts";
import { columnAfter, type TablePlace } from "./find-losses.ts";
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

/**
 * After a run that made values others: notes what became of them, and forgets those that are as they were. Gives the entries
 * that are left.
 */
export async function settleRewritten(
  client: Client,
  archived: readonly Archived[],
  renames: readonly Rename[],
): Promise<readonly Archived[]> {
  const left: Archived[] = [];
  for (const one of archived) {
    if (one.loss.kind !== "values" || one.entry.key.length === 0) {
      left.push(one);
      continue;
    }
    const { becomes } = one.loss;
    const key = one.entry.key.map(({ name }) => columnAfter({ ...becomes, column: name }, renames));
    const table = await readLiveTable(client, becomes);
    if (table === undefined || !(await noteSeen(client, one.entry, { table, column: becomes.column, key }))) {
      left.push(one);
      continue;
    }
    const rows = await forgetUnchanged(client, one.entry);
    if (rows > 0) left.push({ ...one, entry: { ...one.entry, rows } });
  }
  return left;
}

async function forgetUnchanged(client: Client, entry: Archived["entry"]): Promise<number> {
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

/** Before the way back: marks the archived values that somebody changed since, where they are now. */
export async function markChanged(
  client: Client,
  entry: Keyed,
  {
    place,
    column,
    renames,
  }: { readonly place: TablePlace; readonly column: string; readonly renames: readonly Rename[] },
): Promise<void> {
  const table = await readLiveTable(client, place);
  const key = entry.key.map(({ name }) => columnAfter({ ...place, column: name }, renames));
  const same = table === undefined ? null : sameRow(table, key);
  if (table === undefined || same === null || columnOf(table, column) === undefined) return;
  await client.query(
    sql`UPDATE ${archiveTable(entry)} AS kept SET changed = true FROM ${qualified(place.schema, place.table)} AS target WHERE ${same} AND ${asText(sql`target.${ident(column)}`)} IS DISTINCT FROM ${asText(sql`kept.seen`)}`
      .text,
  );
}
