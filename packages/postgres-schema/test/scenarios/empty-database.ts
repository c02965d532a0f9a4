import { type Client, escapeIdentifier } from "pg";

/** How a database is emptied, and how it is known to be empty. */
export interface Emptying {
  /** Drops what scenarios make. Gives whether nothing is left that would be in the way of the next one. */
  empty(client: Client): Promise<boolean>;
}

/**
 * Prepares for the emptying of databases of one server. Most scenarios only fill the schema `public`: what is in it is
 * dropped piece by piece, since a session forgets all of its prepared plans when a schema is dropped.
 */
export async function prepareEmptying(client: Client): Promise<Emptying> {
  const state = await stateQuery(client);
  const stateOf = async (of: Client): Promise<string> =>
    (await of.query<{ state: string }>(state)).rows[0]?.state ?? "";
  const dropAll = async (of: Client, statements: string): Promise<void> => {
    const { rows } = await of.query<{ all: string | null }>(statements);
    if (typeof rows[0]?.all === "string") await of.query(rows[0].all);
  };
  await anew(client);
  const emptyState = await stateOf(client);
  return {
    async empty(of) {
      await of.query("ROLLBACK; RESET SESSION AUTHORIZATION; RESET ALL; SET client_min_messages = error");
      await dropAll(of, piecesQuery).catch(() => {});
      const isEmpty = async (): Promise<boolean> => (await stateOf(of)) === emptyState;
      if (await isEmpty()) return true;
      await dropAll(of, wholesQuery);
      await anew(of);
      return isEmpty();
    },
  };
}

const piecesQuery = `
  SELECT pg_catalog.string_agg(statement, ';' ORDER BY place) AS all FROM (
    SELECT 1 AS place, format('DROP %s IF EXISTS %s CASCADE',
      CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' WHEN 'c' THEN 'TYPE'
        ELSE 'TABLE' END, oid::regclass) AS statement
    FROM pg_catalog.pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S', 'c')
    UNION ALL SELECT 2, format('DROP ROUTINE IF EXISTS %s CASCADE', oid::regprocedure)
      FROM pg_catalog.pg_proc WHERE pronamespace = 'public'::regnamespace
    UNION ALL SELECT 3, format('DROP TYPE IF EXISTS %s CASCADE', oid::regtype)
      FROM pg_catalog.pg_type WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd', 'r')
  ) drops`;

const wholesQuery = `
  SELECT pg_catalog.string_agg(statement, ';' ORDER BY place) AS all FROM (
    SELECT 1 AS place, format('DROP EVENT TRIGGER %I', evtname) AS statement FROM pg_catalog.pg_event_trigger
    UNION ALL SELECT 2, format('DROP PUBLICATION %I', pubname) FROM pg_catalog.pg_publication
    UNION ALL SELECT 3, format('DROP EXTENSION %I CASCADE', extname) FROM pg_catalog.pg_extension WHERE extname <> 'plpgsql'
    UNION ALL SELECT 4, format('DROP FOREIGN DATA WRAPPER IF EXISTS %I CASCADE', fdwname)
      FROM pg_catalog.pg_foreign_data_wrapper
    UNION ALL SELECT 5, format('DROP SCHEMA %I CASCADE', nspname) FROM pg_catalog.pg_namespace
      WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public')
    UNION ALL SELECT 6, format('DROP OWNED BY %I CASCADE', rolname) FROM pg_catalog.pg_roles WHERE rolname ~ '^scenario_'
  ) drops`;

/** The schema `public` as the template has it. */
const anew = (client: Client): Promise<unknown> =>
  client.query(`
    DROP SCHEMA IF EXISTS public CASCADE;
    CREATE SCHEMA public AUTHORIZATION pg_database_owner;
    GRANT USAGE ON SCHEMA public TO PUBLIC;
    COMMENT ON SCHEMA public IS 'standard public schema'`);

/** What there is besides PostgreSQL's own objects: how many in each catalog, and how the schema `public` is. */
async function stateQuery(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT c.relname AS name FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relkind = 'r' AND NOT c.relisshared AND a.attname = 'oid'
      AND c.relname <> 'pg_namespace' ORDER BY c.relname`);
  const counts = rows.map(
    ({ name }) => `(SELECT count(*) FROM pg_catalog.${escapeIdentifier(name)} WHERE oid >= 16384)`,
  );
  return `SELECT pg_catalog.concat_ws(' ', ${counts.join(", ")},
    (SELECT pg_catalog.string_agg(pg_catalog.concat_ws(' ', nspname, nspowner, nspacl, pg_catalog.obj_description(oid)), ' ')
     FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_(toast_)?temp_' AND oid >= 16384)) AS state`;
}
