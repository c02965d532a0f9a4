import { ident, type SchemaObject, sql } from "@build-it/postgres-schema";
import type { Client } from "pg";

/**
 * Makes the roles that a schema speaks of and a server of ours does not have, for nobody to sign in as. Roles belong to the
 * whole server, so on anybody else's they are made by hand.
 */
export async function ensureRoles(client: Client, objects: readonly SchemaObject[]): Promise<void> {
  const named = [...new Set(objects.flatMap(rolesIn))].filter((name) => name !== "public" && name !== "");
  if (named.length === 0) return;
  const { rows } = await client.query<{ name: string }>(
    "SELECT name FROM unnest($1::text[]) AS name WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = name)",
    [named],
  );
  for (const { name } of rows) await client.query(sql`CREATE ROLE ${ident(name)}`.text).catch(ignoreDuplicate);
}

function rolesIn(object: SchemaObject): readonly string[] {
  if (object.kind === "privilege") return [object.grantee];
  if (object.kind === "policy") return object.roles;
  return object.kind === "default_privilege" ? [object.role, object.grantee] : [];
}

/** Another run may have made the role at the same moment. */
function ignoreDuplicate(error: unknown): void {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code !== "42710" && code !== "23505") throw error;
}
