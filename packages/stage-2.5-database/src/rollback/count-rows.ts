import { ident, qualified, type Sql, sql } from "@build-it/postgres-schema";
import type { Client } from "pg";
import type { Iteration } from "../3-write/read-database-files.ts";
import { type ArchiveEntry, readEntries } from "../archive/archive-entry.ts";
import { columnAfter, type Loss, subjectOf, tableAfter } from "../archive/find-losses.ts";
import { columnOf, readLiveTable } from "../archive/live-table.ts";
import type { RollbackReport } from "../reports.ts";

type RowsOfStep = RollbackReport["steps"][number]["rows"];

/**
 * How many rows and values a rollback would archive, counted where they are now. `later` are the iterations after it, which
 * may have given them other names, or have archived them themselves.
 */
export async function countRows(
  client: Client,
  losses: readonly Loss[],
  later: readonly Iteration[],
): Promise<RowsOfStep> {
  const entries = await readEntries(client);
  const counted: RowsOfStep = [];
  for (const loss of losses) {
    const rows = await countLoss(client, loss, { later, entries });
    if (rows > 0) counted.push({ subject: subjectOf(loss), kind: loss.kind, rows, fate: "archived" });
  }
  return counted;
}

async function countLoss(
  client: Client,
  loss: Loss,
  { later, entries }: { readonly later: readonly Iteration[]; readonly entries: readonly ArchiveEntry[] },
): Promise<number> {
  let place = { schema: loss.schema, table: loss.table, column: loss.kind === "rows" ? null : loss.column };
  for (const { record } of later) {
    const archived = entries.find(
      (entry) =>
        entry.iteration === record.iteration &&
        entry.action === "apply" &&
        entry.table_schema === place.schema &&
        entry.table_name === place.table &&
        (entry.column_name === null || entry.column_name === place.column),
    );
    if (archived !== undefined) return archived.rows_left;
    const renames = record.rows?.renames ?? [];
    const table = tableAfter(place.schema, place.table, renames);
    const { column } = place;
    place = { ...place, table, column: column && columnAfter({ ...place, table, column }, renames) };
  }
  const table = await readLiveTable(client, place);
  if (table === undefined || (place.column !== null && columnOf(table, place.column) === undefined)) return 0;
  const counting = place.column === null ? sql`*` : ident(place.column);
  return count(client, sql`SELECT count(${counting}) AS rows FROM ${qualified(place.schema, place.table)}`);
}

async function count(client: Client, statement: Sql): Promise<number> {
  const { rows } = await client.query<{ rows: string }>(statement.text);
  return Number(rows[0]?.rows ?? 0);
}
