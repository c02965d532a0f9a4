import type { Client } from "pg";
import type { IntrospectedSchema } from "../collect-objects.ts";
import { introspectSchema } from "../introspect-schema.ts";

/** Runs statements in a transaction, reads the schemas they made, and takes everything back. */
export async function readUncommitted(
  client: Client,
  statements: string,
  schemas: readonly string[] = ["app"],
): Promise<IntrospectedSchema> {
  await client.query("BEGIN");
  try {
    await client.query(`CREATE SCHEMA app; SET LOCAL search_path = app, public;${statements}`);
    return await introspectSchema(client, { schemas });
  } finally {
    await client.query("ROLLBACK");
  }
}
