import type { Client } from "pg";
import type { Rename, Step } from "../../src/index.ts";

type Row = Readonly<Record<string, unknown>>;
/** By `schema.table`: its rows, without generated columns. A partitioned table has the rows of its partitions. */
export type Rows = ReadonlyMap<string, readonly Row[]>;

/** Every row of every table. */
export async function readRows(client: Client): Promise<Rows> {
  const tables = await client.query<{ name: string; query: string }>(`
    SELECT n.nspname || '.' || c.relname AS name,
      format('SELECT %L AS name, pg_catalog.to_jsonb(t) - %L::text[] AS row FROM %s %I.%I t', n.nspname || '.' || c.relname,
        ARRAY(SELECT attname FROM pg_catalog.pg_attribute WHERE attrelid = c.oid AND attgenerated <> ''),
        CASE c.relkind WHEN 'r' THEN 'ONLY' ELSE '' END, n.nspname, c.relname) AS query
    FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'`);
  const found = new Map<string, Row[]>(tables.rows.map(({ name }) => [name, []]));
  if (found.size === 0) return found;
  const { rows } = await client.query<{ name: string; row: Row }>(
    tables.rows.map(({ query }) => query).join(" UNION ALL "),
  );
  for (const { name, row } of rows) found.get(name)?.push(row);
  return found;
}

/** What may become of rows while a plan runs. */
export interface RowsMayChange {
  readonly renames: readonly Rename[];
  readonly steps: readonly Step[];
  /** `schema.table` and `schema.table.column`, by their names afterwards. */
  readonly allowed: readonly string[];
}

/** The rows that are gone or changed although no step said so; rows are found by their values, whatever their order. */
export function lostRows(before: Rows, after: Rows, { renames, steps, allowed }: RowsMayChange): readonly string[] {
  const deleted = steps.flatMap(({ subject, hazards }) =>
    hazards.includes("deletes_data") ? [subject.slice(subject.indexOf(":") + 1)] : [],
  );
  const mayChange = new Set([...allowed, ...deleted]);
  return [...renameIn(before, renames)].flatMap(([table, rows]) => {
    if (rows.length === 0 || mayChange.has(table)) return [];
    const now = after.get(table);
    if (now === undefined) return [`${table} is gone with ${rows.length} rows, and no step says that it deletes them`];
    const columns = Object.keys(rows[0] ?? {}).filter((column) => !mayChange.has(`${table}.${column}`));
    const gone = columns.filter((column) => now.length > 0 && !(column in (now[0] ?? {})) && hasValues(rows, column));
    const kept = columns.filter((column) => column in (now[0] ?? {}));
    return [
      ...gone.map((column) => `${table}.${column} is gone with its values, and no step says so`),
      ...differingRows(table, linesOf(rows, kept), linesOf(now, kept)),
    ];
  });
}

/** A column's table is said by the name that it has after all renames. */
function renameIn(rows: Rows, renames: readonly Rename[]): Rows {
  const nameNow = (table: string): string =>
    renames.flatMap(({ kind, schema, from, to }) =>
      kind === "table" && table === `${schema}.${from}` ? [`${schema}.${to}`] : [],
    )[0] ?? table;
  return new Map(
    [...rows].map(([table, of]) => {
      const name = nameNow(table);
      const ofTable = renames.filter(
        (rename) => rename.kind === "column" && `${rename.schema}.${rename.table}` === name,
      );
      return [name, of.map((row) => renameColumns(row, ofTable))];
    }),
  );
}

const renameColumns = (row: Row, renames: readonly Rename[]): Row =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [renames.find(({ from }) => from === column)?.to ?? column, value]),
  );

const hasValues = (rows: readonly Row[], column: string): boolean => rows.some((row) => row[column] !== null);

const linesOf = (rows: readonly Row[], columns: readonly string[]): readonly string[] =>
  rows.map((row) => JSON.stringify(columns.map((column) => [column, textOf(row[column])]))).sort();

/** A number that became a text of the same digits is the same value. */
const textOf = (value: unknown): unknown => (value === null || typeof value === "object" ? value : String(value));

function differingRows(table: string, before: readonly string[], after: readonly string[]): readonly string[] {
  if (before.join() === after.join()) return [];
  const lost = before.filter((line) => !after.includes(line));
  const made = after.filter((line) => !before.includes(line));
  return [
    `${table} had ${before.length} rows and has ${after.length}: lost ${lost.slice(0, 3).join()}, made ${made.slice(0, 3).join()}`,
  ];
}
