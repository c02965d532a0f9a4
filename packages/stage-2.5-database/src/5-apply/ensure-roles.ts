import { ident, type SchemaObject, sql } from "@build-it/postgres-schema";
import type { Client } from "pg";

/**
 * Makes the roles that a schema speaks of and a server of ours does not have, for nobody to sign in as. Roles belong to the
 * whole server, so on anybody else's they are made by hand.
 */
export async function ensureRoles(client: Client, objects: readonly SchemaObject[]): Promise<void> {
  for (const name of await findMissingRoles(client, objects))
    await client.query(createRole(name)).catch(ignoreDuplicate);
}

/** The roles that a schema speaks of and a server does not have. */
export async function findMissingRoles(client: Client, objects: readonly SchemaObject[]): Promise<readonly string[]> {
  const named = [...new Set(objects.flatMap(rolesIn))].filter((name) => name !== "public" && name !== "");
  if (named.length === 0) return [];
  const { rows } = await client.query<{ name: string }>(
    `SELECT name FROM unnest($1::text[]) AS name
     WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = name) ORDER BY name`,
    [named],
  );
  return rows.map(({ name }) => name);
}

export const createRole = (name: string): string => sql`CREATE ROLE ${ident(name)}`.text;

/** The roles that an object names, `public` among them. */
export function rolesIn(object: SchemaObject): readonly string[] {
  if (object.kind === "privilege")
    return [object.grantee, ...(object.grantedBy === undefined ? [] : [object.grantedBy])];
  if (object.kind === "policy") return object.roles;
  return object.kind === "default_privilege" ? [object.role, object.grantee] : [];
}

/** Another run may have made the role at the same moment. */
function ignoreDuplicate(error: unknown): void {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code !== "42710" && code !== "23505") throw error;
}
