import { joinSql, literal, qualified, type Sql, sql, trusted } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { type ArchiveEntry, archiveTable, settleEntry } from "./archive-entry.ts";
import { lockTables, nameIn, sequenceOf, unlockTables } from "./archive-rows.ts";
import { deferReferences, quietTables } from "./quiet-tables.ts";
import { findWayBack, type Restoring, type WayBack } from "./restore-statement.ts";

/** What came of an entry. */
export interface Restored {
  readonly entry: ArchiveEntry;
  /** Rows that came back now. */
  readonly back: number;
  /** Rows that stay in the archive: their row is gone, somebody changed the value since, or PostgreSQL refused it. */
  readonly gone: number;
  readonly changed: number;
  readonly refused: number;
  /** Nothing tells which row they are of, or what they are of is not there. */
  readonly untold: number;
  /** What PostgreSQL said to one of those that it refused. */
  readonly reason: string | null;
}

/**
 * Brings archived rows and values back, as part of the caller's transaction. All together where that goes; else one by one,
 * and those that do not fit any more stay in the archive.
 */
export async function restoreEntries(
  client: Client,
  entries: readonly ArchiveEntry[],
  restoring: Restoring | ((entry: ArchiveEntry) => Restoring),
): Promise<readonly Restored[]> {
  if (entries.length === 0) return [];
  const places = entries.map(({ table_schema, table_name }) => ({ schema: table_schema, table: table_name }));
  const tables = await lockTables(client, places);
  const ways: WayBack[] = [];
  const restored: Restored[] = [];
  for (const entry of entries) {
    const table = tables.get(qualified(entry.table_schema, entry.table_name).text);
    const known = typeof restoring === "function" ? restoring(entry) : restoring;
    const way = table === undefined ? null : await findWayBack(client, entry, { ...known, table });
    if (way !== null) ways.push(way);
    else restored.push({ entry, back: 0, gone: 0, changed: 0, refused: 0, untold: entry.rows_left, reason: null });
  }
  // Rows come before the values that belong to them.
  const ordered = [
    ...ways.filter(({ entry }) => entry.kind === "rows"),
    ...ways.filter(({ entry }) => entry.kind !== "rows"),
  ];
  const reasons = await moveBack(client, ordered);
  for (const way of ordered) restored.push(await settle(client, way, reasons.get(way.entry.id) ?? null));
  await unlockTables(client, tables);
  return restored;
}

/** By entry: what PostgreSQL said where it refused something of it. */
type Reasons = ReadonlyMap<number, string>;

async function moveBack(client: Client, ways: readonly WayBack[]): Promise<Reasons> {
  await client.query("SET CONSTRAINTS ALL IMMEDIATE; SAVEPOINT rows_back");
  try {
    const undo = await quietTables(client, quietsOf(ways));
    const undoDeferring = await deferReferences(
      client,
      [...new Map(ways.map(({ table }) => [nameIn(table), table])).values()],
      ways.flatMap(({ entry, table }) => (entry.kind === "rows" ? [table] : [])),
    );
    await client.query("SET CONSTRAINTS ALL DEFERRED");
    for (const { statement } of ways) await client.query(statement(sql`true`).text);
    await client.query("SET CONSTRAINTS ALL IMMEDIATE");
    await runAll(client, [...undoDeferring, ...undo]);
    await client.query("RELEASE SAVEPOINT rows_back");
    return new Map();
  } catch (error) {
    if (!isMisfit(error)) throw error;
    await client.query("ROLLBACK TO SAVEPOINT rows_back; RELEASE SAVEPOINT rows_back");
    return moveOneByOne(client, ways);
  }
}

const runAll = async (client: Client, statements: readonly Sql[]): Promise<void> => {
  if (statements.length > 0) await client.query(joinSql(statements, ";\n").text);
};

/** A value that does not fit, or a constraint that is broken. */
const isMisfit = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^2[23]/.test(String(error.code));

function quietsOf(ways: readonly WayBack[]) {
  const columns = new Map<string, { readonly table: WayBack["table"]; readonly columns: string[] }>();
  for (const way of ways) {
    const quiet = columns.get(nameIn(way.table)) ?? { table: way.table, columns: [] };
    columns.set(nameIn(way.table), { ...quiet, columns: [...new Set([...quiet.columns, ...way.columns])] });
  }
  return [...columns.values()];
}

async function moveOneByOne(client: Client, ways: readonly WayBack[]): Promise<Reasons> {
  const undo = await quietTables(client, quietsOf(ways));
  const reasons = new Map<number, string>();
  // A row may need another one that comes later, so it is tried again as long as that gets anywhere.
  for (let moved = true; moved; ) {
    moved = false;
    for (const way of ways) {
      const did = await moveEach(client, way);
      moved ||= did.moved > 0;
      if (did.reason !== null) reasons.set(way.entry.id, did.reason);
    }
  }
  await runAll(client, undo);
  return reasons;
}

async function moveEach(
  client: Client,
  { entry, statement }: WayBack,
): Promise<{ readonly moved: number; readonly reason: string | null }> {
  const one = literal(statement(sql`kept.ctid = $1`).text);
  const body = sql`
DECLARE
  row_at tid;
  now_moved bigint;
  moved bigint := 0;
  refused text := '';
BEGIN
  FOR row_at IN SELECT ctid FROM ${archiveTable(entry)} LOOP
    BEGIN
      EXECUTE ${one} USING row_at;
      GET DIAGNOSTICS now_moved = ROW_COUNT;
      moved := moved + now_moved;
    EXCEPTION WHEN integrity_constraint_violation OR data_exception THEN
      refused := SQLERRM;
    END;
  END LOOP;
  PERFORM pg_catalog.set_config('build_it.moved', moved::pg_catalog.text, true);
  PERFORM pg_catalog.set_config('build_it.refused', refused, true);
END`;
  await client.query(sql`DO ${literal(body.text)}`.text);
  const { rows } = await client.query<{ moved: string; reason: string | null }>(
    "SELECT current_setting('build_it.moved') AS moved, nullif(current_setting('build_it.refused'), '') AS reason",
  );
  return { moved: Number(rows[0]?.moved), reason: rows[0]?.reason ?? null };
}

/** Counts what stays, lets columns that number themselves go on from where they were, and notes it all. */
async function settle(client: Client, { entry, table, stays }: WayBack, reason: string | null): Promise<Restored> {
  const { rows } = await client.query<{ gone: string; changed: string; left: string }>(
    sql`SELECT count(*) AS left, count(*) FILTER (WHERE NOT ${stays.there}) AS gone, count(*) FILTER (WHERE ${stays.there} AND ${stays.changed}) AS changed FROM ${archiveTable(entry)} AS kept`
      .text,
  );
  const [left, gone, changed] = [Number(rows[0]?.left), Number(rows[0]?.gone), Number(rows[0]?.changed)];
  for (const { column, last } of entry.positions) {
    const sequence = await sequenceOf(client, { ...table, column });
    if (sequence !== null)
      await client.query(
        sql`SELECT pg_catalog.setval($1::pg_catalog.regclass, $2::bigint) FROM ${trusted(sequence)} WHERE last_value < $2::bigint OR NOT is_called`
          .text,
        [sequence, last],
      );
  }
  await settleEntry(client, entry, left);
  const refused = left - gone - changed;
  return {
    entry,
    back: entry.rows_left - left,
    gone,
    changed,
    refused,
    untold: 0,
    reason: refused > 0 ? reason : null,
  };
}
