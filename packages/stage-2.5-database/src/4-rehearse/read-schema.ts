import { type DatabaseSchema, introspectSchema } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { withoutServerObjects } from "../6-verify/managed-schemas.ts";

/** Reads a scratch database's schemas without what the server brought along. */
export async function readSchema(client: Client, schemas: readonly string[]): Promise<DatabaseSchema> {
  const { schema } = await introspectSchema(client, { schemas });
  return withoutServerObjects(schema);
}

/** Runs `work` in a transaction that is always taken back. */
export async function tryOut<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query("BEGIN");
  try {
    return await work();
  } finally {
    await client.query("ROLLBACK");
  }
}
