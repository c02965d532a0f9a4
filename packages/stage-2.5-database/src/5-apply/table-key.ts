import type { Client } from "pg";

interface TableName {
  readonly schema: string;
  readonly name: string;
}

export interface KeyColumn {
  readonly name: string;
  /** As PostgreSQL prints it. */
  readonly type: string;
}

/** The columns of a table's primary key, in its order; null where it has none. */
export async function readKey(client: Client, { schema, name }: TableName): Promise<readonly KeyColumn[] | null> {
  const { rows } = await client.query<KeyColumn>(
    `SELECT a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type
       FROM pg_index i
       JOIN pg_class c ON c.oid = i.indrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
       CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (number, place)
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number
      WHERE n.nspname = $1 AND c.relname = $2 AND i.indisprimary AND i.indisvalid AND k.place <= i.indnkeyatts
      ORDER BY k.place`,
    [schema, name],
  );
  return rows.length === 0 ? null : rows;
}

/** How many rows a table has: as the last ANALYZE or VACUUM saw it, counted where there was none. */
export async function estimateRows(client: Client, { schema, name }: TableName): Promise<number> {
  const { rows } = await client.query<{ estimate: number }>(
    `SELECT c.reltuples::float8 AS estimate FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = $1 AND c.relname = $2`,
    [schema, name],
  );
  const estimate = rows[0]?.estimate ?? -1;
  if (estimate > 0) return Math.round(estimate);
  const { rows: counted } = await client.query<{ count: string }>(
    `SELECT count(*) FROM ${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`,
  );
  return Number(counted[0]?.count ?? 0);
}
