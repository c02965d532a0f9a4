import type { Client } from "pg";
import { introspectSchema, objectsOfKind } from "../../src/index.ts";

/** The columns of the schema `public`, as `accounts.name text`. */
export async function listColumns(client: Client): Promise<readonly string[]> {
  const { schema } = await introspectSchema(client, { schemas: ["public"] });
  return objectsOfKind(schema, "column").map(({ table, name, type }) => `${table}.${name} ${type}`);
}
