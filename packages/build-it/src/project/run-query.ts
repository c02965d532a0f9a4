import { Client, DatabaseError } from "pg";
import { queryRefused } from "../diagnostics.ts";
import { HaltError } from "../run/halt-error.ts";

/** What a statement gave: its columns and rows as text, as PostgreSQL prints them; null for no value. */
export interface QueryResult {
  /** "SELECT", "ALTER", …: the first word of the last statement. */
  readonly command: string;
  /** The rows it gave or changed; null where it does not say. */
  readonly rowCount: number | null;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** Runs one or several statements, and gives the result of the last. Throws `HaltError` when PostgreSQL refuses. */
export async function runQuery(url: string, sql: string): Promise<QueryResult> {
  const types = { getTypeParser: () => (value: string) => value };
  const client = new Client({ connectionString: url, types });
  await client.connect();
  try {
    const results = [await client.query<(string | null)[]>({ text: sql, rowMode: "array" })].flat();
    const last = results.at(-1);
    return {
      command: last?.command ?? "",
      rowCount: last?.rowCount ?? null,
      columns: last?.fields.map(({ name }) => name) ?? [],
      rows: last?.rows ?? [],
    };
  } catch (error) {
    throw error instanceof DatabaseError ? new HaltError("invalid_output", queryRefused(error.message)) : error;
  } finally {
    await client.end();
  }
}
