import { joinSql, qualified, sql } from "@build-it/postgres-schema";
import type { Client } from "pg";

interface TableName {
  readonly schema: string;
  readonly name: string;
}

/** All tables of a scratch database but those of extensions and our own. */
export async function listTables(client: Client): Promise<readonly TableName[]> {
  const { rows } = await client.query<TableName>(
    `SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('build_it', 'pg_catalog', 'information_schema')
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`,
  );
  return rows;
}

/** Empties all tables of a scratch database: what rows there should be, only targets know. */
export async function emptyTables(client: Client): Promise<void> {
  const rows = await listTables(client);
  const tables = joinSql(
    rows.map(({ schema, name }) => qualified(schema, name)),
    ", ",
  );
  if (rows.length > 0) await client.query(sql`TRUNCATE ${tables}`.text);
}
