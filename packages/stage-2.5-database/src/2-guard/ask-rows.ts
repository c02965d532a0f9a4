import { ident, joinSql, qualified, type Sql, sql } from "@build-it/postgres-schema";
import type { Client } from "pg";

/** A question to the rows of a table, in the names that it has before the iteration. */
export interface RowQuestion {
  readonly schema: string;
  readonly table: string;
  readonly key: readonly string[];
  /** What a row is that the change does not suit. */
  readonly condition: Sql;
}

/** How many rows a change does not suit, and one of them. */
export interface RowAnswer {
  readonly rows: number;
  readonly total: number;
  /** Its key: `id 7`. */
  readonly example: string | null;
}

/** Counts the rows that a change does not suit. Reads only. */
export async function askRows(client: Client, { schema, table, key, condition }: RowQuestion): Promise<RowAnswer> {
  const place = qualified(schema, table);
  const counted = await client.query<{ rows: string; total: string }>(
    sql`SELECT count(*) FILTER (WHERE ${condition}) AS rows, count(*) AS total FROM ${place}`.text,
  );
  const [{ rows, total } = { rows: "0", total: "0" }] = counted.rows;
  if (Number(rows) === 0 || key.length === 0) return { rows: Number(rows), total: Number(total), example: null };
  const columns = joinSql(
    key.map((name) => sql`${ident(name)}::text`),
    ", ",
  );
  const found = await client.query<string[]>({
    text: sql`SELECT ${columns} FROM ${place} WHERE ${condition} ORDER BY ${joinSql(key.map(ident), ", ")} LIMIT 1`
      .text,
    rowMode: "array",
  });
  const example = key.map((name, index) => `${name} ${found.rows[0]?.[index]}`).join(", ");
  return { rows: Number(rows), total: Number(total), example };
}
