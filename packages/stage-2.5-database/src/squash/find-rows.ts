import { qualified, type Sql, sql } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { listTables } from "../4-rehearse/empty-tables.ts";

/** What is in a scratch database besides its schema, in words: rows, and sequences that have given numbers. */
export async function findRows(client: Client): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { schema, name } of await listTables(client)) {
    const rows = await count(client, sql`SELECT count(*) AS rows FROM ONLY ${qualified(schema, name)}`);
    if (rows > 0) found.push(`${schema}.${name} (${rows} ${rows === 1 ? "row" : "rows"})`);
  }
  const { rows: sequences } = await client.query<{ name: string }>(
    `SELECT schemaname || '.' || sequencename AS name FROM pg_catalog.pg_sequences
      WHERE last_value IS NOT NULL AND schemaname <> 'build_it' ORDER BY 1`,
  );
  return [...found, ...sequences.map(({ name }) => `${name} (the next number)`)];
}

async function count(client: Client, statement: Sql): Promise<number> {
  const { rows } = await client.query<{ rows: string }>(statement.text);
  return Number(rows[0]?.rows ?? 0);
}
