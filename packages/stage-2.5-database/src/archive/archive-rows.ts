import { ident, joinSql, literal, qualified, type Sql, sql, trusted } from "@build-it/postgres-schema";
import type { Client } from "pg";
import {
  type ArchiveEntry,
  addEntry,
  archiveTable,
  archiveTableName,
  type NewEntry,
  openEntry,
} from "./archive-entry.ts";
import type { Loss, TablePlace } from "./find-losses.ts";
import { archivedValue, columnOf, type LiveColumn, type LiveTable, readLiveTable } from "./live-table.ts";

/** The run that an entry belongs to. */
export type ArchivedRun = Pick<ArchiveEntry, "iteration" | "action" | "record_hash" | "history_before">;

/**
 * Copies what is about to be lost into the archive, as part of the caller's transaction. Nobody can write to these tables
 * from here on until it ends. Nothing is kept of what has no rows.
 */
export async function archiveLosses(
  client: Client,
  losses: readonly Loss[],
  run: ArchivedRun,
): Promise<readonly NewEntry[]> {
  const tables = await lockTables(client, losses);
  const archived: NewEntry[] = [];
  for (const loss of losses) {
    const table = tables.get(nameIn(loss));
    const gone = losses.flatMap((other) =>
      other.kind === "column" && nameIn(other) === nameIn(loss) ? [other.column] : [],
    );
    const entry = table === undefined ? null : await archiveLoss(client, loss, { table, gone, run });
    if (entry !== null) archived.push(entry);
  }
  await unlockTables(client, tables);
  return archived;
}

export const nameIn = ({ schema, table }: TablePlace): string => qualified(schema, table).text;

/** Locks tables against writers, always in one order, and looks at them as they are then, with no row hidden from us. */
export async function lockTables(
  client: Client,
  places: readonly TablePlace[],
): Promise<ReadonlyMap<string, LiveTable>> {
  const byName = new Map(places.map((place) => [nameIn(place), place]));
  const tables = new Map<string, LiveTable>();
  for (const [name, place] of [...byName].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if ((await readLiveTable(client, place)) === undefined) continue;
    await client.query(sql`LOCK TABLE ${qualified(place.schema, place.table)} IN SHARE ROW EXCLUSIVE MODE`.text);
    const table = await readLiveTable(client, place);
    if (table === undefined) continue;
    tables.set(name, table);
    if (table.hidden) await forceRowSecurity(client, table, sql`NO FORCE`);
  }
  return tables;
}

/** Row level security is again as it was; the locks stay until the transaction ends. */
export async function unlockTables(client: Client, tables: ReadonlyMap<string, LiveTable>): Promise<void> {
  for (const table of tables.values()) if (table.hidden) await forceRowSecurity(client, table, sql`FORCE`);
}

const forceRowSecurity = (client: Client, { schema, table }: TablePlace, how: Sql) =>
  client.query(sql`ALTER TABLE ${qualified(schema, table)} ${how} ROW LEVEL SECURITY`.text);

interface Archiving {
  readonly table: LiveTable;
  /** The columns that go. */
  readonly gone: readonly string[];
  readonly run: ArchivedRun;
}

async function archiveLoss(client: Client, loss: Loss, { table, gone, run }: Archiving): Promise<NewEntry | null> {
  const column = loss.kind === "rows" ? undefined : columnOf(table, loss.column);
  if (loss.kind !== "rows" && column === undefined) return null;
  const key = keyOf(table, loss.kind === "rows" ? [] : [...gone, ...(column === undefined ? [] : [column.name])]);
  const id = await openEntry(client);
  const archive_table = archiveTableName(id, table.table, column?.name ?? null);
  const { rowCount } = await client.query(copy(archive_table, { table, loss, column, key }).text);
  if (!rowCount) {
    await client.query(sql`DROP TABLE ${archiveTable({ archive_table })}`.text);
    return null;
  }
  const entry = {
    ...run,
    id,
    kind: loss.kind,
    table_schema: table.schema,
    table_name: table.table,
    column_name: column?.name ?? null,
    column_type: column?.type ?? null,
    key: key.map(({ name, type }) => ({ name, type })),
    positions: await readPositions(client, table, column === undefined ? table.columns : [column]),
    rows: rowCount,
    archive_table,
  };
  await addEntry(client, entry);
  await describe(client, entry);
  return entry;
}

/** The columns that tell a row apart, none of which goes. */
const keyOf = (table: LiveTable, without: readonly string[]): readonly LiveColumn[] =>
  (table.keys.find((names) => !names.some((name) => without.includes(name))) ?? []).flatMap(
    (name) => columnOf(table, name) ?? [],
  );

interface Copy {
  readonly table: LiveTable;
  readonly loss: Loss;
  readonly column: LiveColumn | undefined;
  readonly key: readonly LiveColumn[];
}

/** Whole rows have their own column names; a column's values have those of `keyColumn` beside them. */
function copy(archive_table: string, { table, loss, column, key }: Copy): Sql {
  const kept = table.columns.filter(({ generated }) => !generated);
  const parts =
    column === undefined || key.length === 0
      ? kept.map((one) => sql`${archivedValue(one)} AS ${ident(one.name)}`)
      : [
          ...key.map((one, index) => sql`${archivedValue(one)} AS ${keyColumn(index)}`),
          sql`${archivedValue(column)} AS value, NULL::pg_catalog.text AS seen, false AS changed`,
        ];
  return sql`CREATE TABLE ${archiveTable({ archive_table })} AS SELECT ${joinSql(parts, ", ")} FROM ${table.rows}${whichRows(loss, column)}`;
}

/** The key columns of a column's values, in their order: their own names could be one of ours. */
export const keyColumn = (index: number): Sql => ident(`key_${index + 1}`);

/** A column without a default comes back as null, so its nulls come back by themselves. */
function whichRows(loss: Loss, column: LiveColumn | undefined): Sql {
  if (column === undefined) return sql``;
  const name = ident(column.name);
  // To IS NOT NULL a composite value with an empty part is none.
  if (loss.kind === "values" && loss.which === "nulls") return sql` WHERE ${name} IS NOT DISTINCT FROM NULL`;
  const all = loss.kind === "values" ? loss.which === "all" : column.fillsItself || column.required;
  return all ? sql`` : sql` WHERE ${name} IS DISTINCT FROM NULL`;
}

/** How far columns that number themselves have got. */
async function readPositions(
  client: Client,
  { schema, table }: TablePlace,
  columns: readonly LiveColumn[],
): Promise<ArchiveEntry["positions"]> {
  const positions: { readonly column: string; readonly last: string }[] = [];
  for (const { name, fillsItself } of columns) {
    if (!fillsItself) continue;
    const sequence = await sequenceOf(client, { schema, table, column: name });
    if (sequence === null) continue;
    const { rows } = await client.query<{ last: string }>(
      sql`SELECT last_value::text AS last FROM ${trusted(sequence)} WHERE is_called`.text,
    );
    if (rows[0] !== undefined) positions.push({ column: name, last: rows[0].last });
  }
  return positions;
}

/** The sequence that a column owns, as PostgreSQL prints its name. */
export async function sequenceOf(
  client: Client,
  { schema, table, column }: TablePlace & { readonly column: string },
): Promise<string | null> {
  const { rows } = await client.query<{ sequence: string | null }>(
    "SELECT pg_get_serial_sequence($1, $2) AS sequence",
    [qualified(schema, table).text, column],
  );
  return rows[0]?.sequence ?? null;
}

/** Says at the table itself what it holds, for whoever finds it with another tool. */
function describe(client: Client, entry: NewEntry) {
  const { table_schema, table_name, column_name, column_type, key, iteration, action } = entry;
  const what = column_name === null ? "Rows" : `Values of the column ${column_name} (${column_type})`;
  const by = key.length === 0 || column_name === null ? "" : `, by ${key.map(({ name }) => name).join(", ")}`;
  const text = `${what} of ${table_schema}.${table_name}${by}, before iteration ${iteration} was ${action === "apply" ? "applied" : "taken back"}.`;
  return client.query(sql`COMMENT ON TABLE ${archiveTable(entry)} IS ${literal(text)}`.text);
}
