import pg from "pg";

/**
 * Runs SQL on a connection of its own.
 *
 * @param {string} url
 * @param {readonly string[]} statements
 */
export async function runStatements(url, statements) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/**
 * Makes a database of the same server empty, or new.
 *
 * @param {string} url
 */
export async function emptyDatabase(url) {
  const name = pg.escapeIdentifier(new URL(url).pathname.slice(1));
  await runStatements(withDatabase(url, "postgres"), [
    `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`,
    `CREATE DATABASE ${name}`,
  ]);
}

/**
 * The URL of another database of the same server.
 *
 * @param {string} url
 * @param {string} name
 */
export function withDatabase(url, name) {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
