import { qualified, sql } from "@build-it/postgres-schema";
import type { Client } from "pg";
import type { TableSize } from "./describe-costs.ts";
import { shortName, type TableName } from "./weigh-steps.ts";

/** A table that was never analyzed is counted where this many bytes hold all of it. */
const mostBytesToCount = 16 * 1024 * 1024;

/** How large tables of the target are; those that it does not have are left out. Gives them by name. */
export async function readTableSizes(
  client: Client,
  tables: readonly TableName[],
): Promise<(table: TableName) => TableSize | undefined> {
  const { rows } = await client.query<{ schema: string; name: string; estimate: number; bytes: string }>(
    `SELECT n.nspname AS schema, c.relname AS name, c.reltuples::float8 AS estimate, pg_total_relation_size(c.oid) AS bytes
       FROM unnest($1::text[], $2::text[]) AS wanted (schema, name)
       JOIN pg_namespace n ON n.nspname = wanted.schema
       JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = wanted.name`,
    [tables.map(({ schema }) => schema), tables.map(({ name }) => name)],
  );
  const sizes = new Map<string, TableSize>();
  for (const { schema, name, estimate, bytes } of rows) {
    const known = estimate >= 0 ? Math.round(estimate) : null;
    const counted = known ?? (Number(bytes) > mostBytesToCount ? null : await countRows(client, { schema, name }));
    sizes.set(shortName({ schema, name }), { rows: counted, bytes: Number(bytes) });
  }
  return (table) => sizes.get(shortName(table));
}

async function countRows(client: Client, { schema, name }: TableName): Promise<number> {
  const { rows } = await client.query<{ rows: string }>(
    sql`SELECT count(*) AS rows FROM ${qualified(schema, name)}`.text,
  );
  return Number(rows[0]?.rows ?? 0);
}
