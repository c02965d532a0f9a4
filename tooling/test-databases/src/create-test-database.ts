import { Client, escapeIdentifier } from "pg";
import type { TestMajor } from "./available-majors.ts";
import { newDatabaseName } from "./database-name.ts";
import { testServer } from "./test-server.ts";

export type { TestMajor } from "./available-majors.ts";

/** A database of one test's own, on a real server. */
export interface TestDatabase {
  readonly name: string;
  readonly url: string;
  readonly major: TestMajor;
  /** A connected client, which `drop` ends if the test did not. */
  client(): Promise<Client>;
  /** Ends the clients and deletes the database, also under connections that were left open. */
  drop(): Promise<void>;
}

/**
 * Creates an empty database for a test: on PostgreSQL 17 unless told otherwise, a copy of `template` if that is given
 * (the name of a test database that nobody is connected to). Roles belong to the server: all tests share them.
 * Throws `ServerProblem`, or what the server says.
 */
export async function createTestDatabase(
  options: { readonly major?: TestMajor; readonly template?: string } = {},
): Promise<TestDatabase> {
  const major = options.major ?? 17;
  const server = await testServer(major);
  const name = newDatabaseName();
  const url = server.urlOf(name);
  const template = options.template ?? "template0";
  const administer = (text: string) => runOnce(server.urlOf("postgres"), text);
  // Copying files is twice as fast as PostgreSQL's default, which logs every page, when fsync is off; 14 knows nothing else.
  const strategy = major < 15 ? [] : ["STRATEGY = file_copy"];
  await administer(
    [`CREATE DATABASE ${escapeIdentifier(name)} TEMPLATE ${escapeIdentifier(template)}`, ...strategy].join(" "),
  );
  const clients: Client[] = [];
  return {
    name,
    url,
    major,
    async client() {
      const client = new Client({ connectionString: url });
      // Dropping the database cuts it off, whatever it is waiting for.
      client.on("error", () => {});
      clients.push(client);
      await client.connect();
      return client;
    },
    async drop() {
      await administer(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`);
      await Promise.all(clients.map((client) => client.end()));
    },
  };
}

async function runOnce(url: string, text: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
