import { createHash } from "node:crypto";
import type { Client } from "pg";
import { type CatalogConnection, type IntrospectedSchema, introspectSchema } from "../../src/index.ts";

/** Reads every schema but PostgreSQL's own. */
export async function readAll(client: Client): Promise<IntrospectedSchema> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'",
  );
  return introspectSchema(prepared(client), { schemas: rows.map(({ name }) => name), owners: true });
}

/** Long statements are prepared under their hash: to plan the reader's takes longer than to run it. */
const prepared = (client: Client): CatalogConnection => ({
  query: (text, values) =>
    client.query({
      text,
      values: [...(values ?? [])],
      ...(text.length > 1000 ? { name: createHash("sha256").update(text).digest("hex").slice(0, 32) } : {}),
    }),
});
