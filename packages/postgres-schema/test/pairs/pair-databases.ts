import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import type { Client } from "pg";
import { observe } from "./observe.ts";

/** Databases that are emptied and used again: to create one takes longer than to judge a pair. */
export interface PairDatabases {
  take(): Promise<TestDatabase>;
  giveBack(database: TestDatabase): Promise<void>;
  drop(): Promise<void>;
}

export function pairDatabases(major: 18, oracle: string): PairDatabases {
  const free: TestDatabase[] = [];
  let rolesBefore: readonly string[] | undefined;
  let emptyFacts: string | undefined;
  const isEmpty = async (client: Client): Promise<boolean> => {
    const facts = (await observe(client, oracle)).join("\n");
    emptyFacts ??= facts;
    return facts === emptyFacts;
  };
  return {
    async take() {
      const used = free.pop();
      if (used !== undefined) return used;
      const database = await createTestDatabase({ major });
      const client = await database.client();
      rolesBefore ??= await rolesOf(client);
      await empty(client);
      await isEmpty(client);
      await client.end();
      return database;
    },
    async giveBack(database) {
      const client = await database.client();
      const usable = await empty(client).then(
        () => isEmpty(client),
        () => false,
      );
      await client.end();
      if (usable) free.push(database);
      else await database.drop();
    },
    async drop() {
      for (const database of free) await database.drop();
      await dropRoles(major, rolesBefore ?? []);
    },
  };
}

const rolesOf = async (client: Client): Promise<readonly string[]> =>
  (await client.query<{ name: string }>("SELECT rolname AS name FROM pg_roles")).rows.map(({ name }) => name);

/** Roles belong to the server: one that a pair made is not as the next test that asks for its name would make it. */
async function dropRoles(major: 18, kept: readonly string[]): Promise<void> {
  const database = await createTestDatabase({ major });
  const client = await database.client();
  // Somebody else may use it by now.
  for (const role of (await rolesOf(client)).filter((name) => !kept.includes(name)))
    await client.query(`DROP ROLE ${client.escapeIdentifier(role)}`).catch(() => {});
  await database.drop();
}

/** Drops what pairs make. What it knows nothing of is seen by the observer, and the database is used no more. */
async function empty(client: Client): Promise<void> {
  const { rows } = await client.query<{ drop: string }>(`
    SELECT format('DROP EVENT TRIGGER %I', evtname) AS drop FROM pg_event_trigger
    UNION ALL SELECT format('DROP PUBLICATION %I', pubname) FROM pg_publication
    UNION ALL SELECT format('DROP EXTENSION %I CASCADE', extname) FROM pg_extension WHERE extname <> 'plpgsql'
    UNION ALL SELECT format('DROP FOREIGN DATA WRAPPER IF EXISTS %I CASCADE', fdwname) FROM pg_foreign_data_wrapper
    UNION ALL SELECT format('DROP SCHEMA %I CASCADE', nspname) FROM pg_namespace
      WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'`);
  await client.query("SET client_min_messages = error");
  for (const row of rows) await client.query(row.drop);
  await client.query("CREATE SCHEMA public; GRANT CREATE, USAGE ON SCHEMA public TO PUBLIC");
}
