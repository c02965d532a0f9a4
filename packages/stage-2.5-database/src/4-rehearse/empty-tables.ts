import { joinSql, qualified, sql } from "@build-it/postgres-schema";
import type { Client } from "pg";

/** Empties all tables of a scratch database: what rows there should be, only targets know. */
export async function emptyTables(client: Client): Promise<void> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('build_it', 'pg_catalog', 'information_schema')
        AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')`,
  );
  const tables = joinSql(
    rows.map(({ schema, name }) => qualified(schema, name)),
    ", ",
  );
  if (rows.length > 0) await client.query(sql`TRUNCATE ${tables}`.text);
}
