import {
  type Column,
  type DatabaseSchema,
  diffSchemas,
  ident,
  nameOf,
  objectId,
  qualified,
  splitType,
  sql,
  tableId,
} from "@build-it/postgres-schema";
import type { Client } from "pg";
import { isWidening } from "../2-guard/is-widening.ts";

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
  const { removed, changed } = diffSchemas(before, after);
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
    if (object.kind === "column" && object.generated === null && !gone.has(tableId(object.schema, object.table)))
      losses.push(await countValues(client, object));
  }
  for (const change of changed)
    if (change.before.kind === "column" && change.after.kind === "column" && loses(change.before, change.after))
      losses.push(await countValues(client, change.before));
  return losses.filter(({ rows }) => rows > 0);
}

/** Whether values may come out of the change as others, where PostgreSQL would not refuse them. */
function loses(before: Column, after: Column): boolean {
  if (before.generated !== null) return false;
  if (after.generated !== null) return true;
  if (before.type === after.type || isWidening(before.type, after.type)) return false;
  const [from, to] = [splitType(before.type).base, splitType(after.type).base];
  return !refusing.some((types) => types.includes(from) && types.includes(to));
}

/** Within each, a value that does not fit is refused, never cut or rounded. */
const refusing: readonly (readonly string[])[] = [
  ["text", "character varying"],
  ["smallint", "integer", "bigint"],
];

async function countValues(client: Client, column: Column): Promise<Loss> {
  const statement = sql`SELECT count(${ident(column.name)}) AS rows FROM ${qualified(column.schema, column.table)}`;
  const subject = nameOf(objectId("column", column.schema, column.table, column.name));
  return { subject, rows: await count(client, statement.text) };
}

async function count(client: Client, statement: string): Promise<number> {
  const { rows } = await client.query<{ rows: string }>(statement);
  return Number(rows[0]?.rows ?? 0);
}
