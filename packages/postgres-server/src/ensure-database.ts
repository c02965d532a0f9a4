import { Client, escapeIdentifier } from "pg";
import type { ServerAddress } from "./server-address.ts";

/**
 * Creates a database if the server has none of this name, and gives its URL. Two processes may do so at once. Throws
 * what the server says.
 */
export async function ensureDatabase(server: ServerAddress, name: string): Promise<string> {
  const client = new Client({ connectionString: server.urlOf("postgres") });
  await client.connect();
  try {
    const found = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${escapeIdentifier(name)}`).catch(unlessItExists);
  } finally {
    await client.end();
  }
  return server.urlOf(name);
}

/** Another process was faster: PostgreSQL says so by either code, depending on how close it was. */
function unlessItExists(error: { readonly code?: string }): void {
  const duplicateDatabase = "42P04";
  const uniqueViolation = "23505";
  if (error.code !== duplicateDatabase && error.code !== uniqueViolation) throw error;
}
