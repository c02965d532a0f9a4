import { ident, joinSql, literal, qualified, sql } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { listTables } from "../4-rehearse/empty-tables.ts";

/** What is in a scratch database besides its schema. */
export interface LeftRows {
  /** Tables that others refer to come first. */
  readonly tables: readonly LeftTable[];
  /** Sequences that have given numbers. */
  readonly sequences: readonly LeftSequence[];
}

export interface LeftTable {
  readonly schema: string;
  readonly name: string;
  /** But those that PostgreSQL computes. */
  readonly columns: readonly string[];
  /** Values as text that means the same under any settings, in the order of the columns. */
  readonly rows: readonly (readonly (string | null)[])[];
}

interface LeftSequence {
  readonly schema: string;
  readonly name: string;
  /** As a number: it may be larger than JavaScript's. */
  readonly last: string;
}

export const isEmpty = ({ tables, sequences }: LeftRows): boolean => tables.length === 0 && sequences.length === 0;

/** What is left, in words. */
export const describeLeftRows = ({ tables, sequences }: LeftRows): readonly string[] => [
  ...tables.map(({ schema, name, rows }) => `${schema}.${name} (${rows.length} ${rows.length === 1 ? "row" : "rows"})`),
  ...sequences.map(({ schema, name }) => `${schema}.${name} (the next number)`),
];

/** Whether two databases hold the same, in whatever order. */
export const holdSame = (one: LeftRows, other: LeftRows): boolean => textOf(one) === textOf(other);

const textOf = ({ tables, sequences }: LeftRows): string =>
  JSON.stringify([
    tables.map(({ rows, ...table }) => [JSON.stringify(table), rows.map((row) => JSON.stringify(row)).sort()]).sort(),
    sequences,
  ]);

/** Text that is read the same whatever a session's settings are. */
const plainText = `
  SET LOCAL search_path = '';
  SET LOCAL "DateStyle" = 'ISO, YMD';
  SET LOCAL "IntervalStyle" = 'iso_8601';
  SET LOCAL "TimeZone" = 'UTC';
  SET LOCAL bytea_output = 'hex';
  SET LOCAL extra_float_digits = 1`;

/** Reads it all; inside a transaction, whose settings stay as they are. */
export async function readLeftRows(client: Client): Promise<LeftRows> {
  await client.query("SAVEPOINT reading_rows");
  await client.query(plainText);
  const tables: LeftTable[] = [];
  for (const table of await findFilled(client)) tables.push({ ...table, rows: await readRows(client, table) });
  const { rows: sequences } = await client.query<LeftSequence>(
    `SELECT schemaname AS schema, sequencename AS name, last_value::text AS last FROM pg_catalog.pg_sequences
      WHERE last_value IS NOT NULL AND schemaname <> 'build_it' ORDER BY 1, 2`,
  );
  await client.query("ROLLBACK TO SAVEPOINT reading_rows");
  return { tables, sequences };
}

type FilledTable = Omit<LeftTable, "rows">;

/** The tables that have rows, those that others refer to first. */
async function findFilled(client: Client): Promise<readonly FilledTable[]> {
  const asked = (await listTables(client)).map(({ schema, name }) => {
    const table = qualified(schema, name);
    return sql`UNION ALL SELECT ${literal(table.text)}::pg_catalog.regclass WHERE EXISTS (SELECT FROM ONLY ${table})`;
  });
  const { rows } = await client.query<FilledTable & { oid: string; refersTo: readonly string[] }>(
    `WITH filled (oid) AS (SELECT NULL::pg_catalog.regclass WHERE false ${joinSql(asked, "\n").text})
     SELECT c.oid::text, n.nspname AS schema, c.relname AS name,
            ARRAY(SELECT a.attname::text FROM pg_catalog.pg_attribute a
                   WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                   ORDER BY a.attnum) AS columns,
            ARRAY(SELECT k.confrelid::text FROM pg_catalog.pg_constraint k
                   WHERE k.conrelid = c.oid AND k.contype = 'f') AS "refersTo"
       FROM filled JOIN pg_catalog.pg_class c USING (oid) JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      ORDER BY 2, 3`,
  );
  const byOid = new Map(rows.map((row) => [row.oid, row]));
  const ordered = new Set<string>();
  const reached = new Set<string>();
  const place = (oid: string): void => {
    if (reached.has(oid)) return;
    reached.add(oid);
    for (const other of byOid.get(oid)?.refersTo ?? []) place(other);
    ordered.add(oid);
  };
  for (const { oid } of rows) place(oid);
  return [...ordered].flatMap((oid) => {
    const found = byOid.get(oid);
    return found === undefined ? [] : [{ schema: found.schema, name: found.name, columns: found.columns }];
  });
}

async function readRows(client: Client, { schema, name, columns }: FilledTable): Promise<LeftTable["rows"]> {
  const values = joinSql(
    columns.map((column) => sql`${ident(column)}::pg_catalog.text`),
    ", ",
  );
  const { rows } = await client.query<{ values: (string | null)[] }>(
    sql`SELECT ARRAY[${values}]::pg_catalog.text[] AS values FROM ONLY ${qualified(schema, name)} ORDER BY ctid`.text,
  );
  return rows.map((row) => row.values);
}
