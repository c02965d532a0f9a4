import type { Client } from "pg";

/** Facts that two equal schemas may differ in: the order of columns and of parameters, and names that PostgreSQL 18 makes up. */
const uncounted = new Set(["column_order", "notnull_constraint"]);

/** Reads a database with an observer that shares no code with the engine: one line for each fact that counts. */
export async function observe(client: Client, oracle: string): Promise<readonly string[]> {
  const start = oracle.search(/^WITH /m);
  await client.query(oracle.slice(0, start));
  const { rows } = await client.query<[string | null]>({ name: "oracle", text: oracle.slice(start), rowMode: "array" });
  await client.query("RESET ALL");
  const lines = rows.map(([line]) => line ?? "");
  return lines
    .filter((line) => !uncounted.has(line.slice(0, line.indexOf("\t"))))
    .map(sortParameters)
    .map(withoutNumbers);
}

const sortParameters = (line: string): string =>
  line.startsWith("table\t")
    ? line.replace(/ with \{([^}]*)\}/, (_, list: string) => ` with {${list.split(",").sort().join(",")}}`)
    : line;

/** What a foreign key to a partitioned table has for each partition is numbered as those came, and cannot be renamed. */
const withoutNumbers = (line: string): string =>
  line.startsWith("foreign_key\t") && line.includes(" inherited-only") ? line.replace(/_\d+("?\t)/, "_$1") : line;

/** The lines that are only on one side, each with its side; none if the two are the same. */
export function differingLines(wanted: readonly string[], found: readonly string[]): readonly string[] {
  const missing = wanted.filter((line) => !found.includes(line)).map((line) => `- ${line}`);
  const extra = found.filter((line) => !wanted.includes(line)).map((line) => `+ ${line}`);
  return [...missing, ...extra];
}
