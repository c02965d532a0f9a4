import { type Client, DatabaseError, escapeIdentifier, type QueryArrayResult } from "pg";
import type { Probe } from "./scenario.ts";

/** Whether a database behaves as the probes say: what it does otherwise, a line each. Nothing is left of them. */
export async function probeBehaviour(client: Client, probes: readonly Probe[]): Promise<readonly string[]> {
  const failures: string[] = [];
  for (const probe of probes) {
    const failure = await runProbe(client, probe);
    if (failure !== null) failures.push(`it is not so that ${probe.says}: ${failure}`);
  }
  return failures;
}

async function runProbe(client: Client, { as, sql, sqlstate, rows, gives }: Probe): Promise<string | null> {
  await client.query("BEGIN");
  try {
    if (as !== undefined) await client.query(`SET LOCAL ROLE ${escapeIdentifier(as)}`);
    const found = await lastResult(client, sql);
    if (sqlstate !== undefined) return `it works, and should fail with ${sqlstate}`;
    if (rows !== undefined && found.rows.length !== rows) return `it gives ${found.rows.length} rows, not ${rows}`;
    if (gives !== undefined && JSON.stringify(found.rows) !== JSON.stringify(gives))
      return `it gives ${JSON.stringify(found.rows)}`;
    return null;
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return error.code === sqlstate ? null : `${error.code} ${error.message}`;
  } finally {
    await client.query("ROLLBACK");
  }
}

/** Values as text. */
async function lastResult(client: Client, text: string): Promise<QueryArrayResult> {
  const asText = { getTypeParser: () => (value: string) => value };
  const results: unknown = await client.query({ text, rowMode: "array", types: asText });
  return (Array.isArray(results) ? results.at(-1) : results) as QueryArrayResult;
}
