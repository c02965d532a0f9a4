import {
  type DatabaseSchema,
  diffSchemas,
  ident,
  nameOf,
  objectId,
  qualified,
  sql,
  tableId,
} from "@build-it/postgres-schema";
import type { Client } from "pg";

export interface Loss {
  readonly subject: string;
  readonly rows: number;
}

/** Rows of tables and values of columns that are there now and would be gone in `after`. */
export async function countLosses(
  client: Client,
  before: DatabaseSchema,
  after: DatabaseSchema,
): Promise<readonly Loss[]> {
  const { removed } = diffSchemas(before, after);
  const gone = new Set(
    removed.flatMap((object) => (object.kind === "table" ? [tableId(object.schema, object.name)] : [])),
  );
  const losses: Loss[] = [];
  for (const object of removed) {
    if (object.kind === "table")
      losses.push({
        subject: nameOf(tableId(object.schema, object.name)),
        rows: await count(client, sql`SELECT count(*) AS rows FROM ${qualified(object.schema, object.name)}`.text),
      });
    if (object.kind === "column" && object.generated === null && !gone.has(tableId(object.schema, object.table))) {
      const statement = sql`SELECT count(${ident(object.name)}) AS rows FROM ${qualified(object.schema, object.table)}`
        .text;
      losses.push({
        subject: nameOf(objectId("column", object.schema, object.table, object.name)),
        rows: await count(client, statement),
      });
    }
  }
  return losses.filter(({ rows }) => rows > 0);
}

async function count(client: Client, statement: string): Promise<number> {
  const { rows } = await client.query<{ rows: string }>(statement);
  return Number(rows[0]?.rows ?? 0);
}
