import type { SchemaObject } from "@build-it/postgres-schema";
import { rolesIn } from "../5-apply/ensure-roles.ts";
import type { Connection } from "./connection.ts";

/** What generated schemas stand on: the roles of the API, who is signed in, and where extensions go. */
const missingPieces = `
WITH pieces (place, piece, present) AS (
  SELECT 1, 'role ' || name, to_regrole(name) IS NOT NULL
    FROM unnest(ARRAY['anon', 'authenticated', 'service_role', 'authenticator']) AS name
  UNION ALL
  SELECT 2, 'schema ' || name, to_regnamespace(name) IS NOT NULL FROM unnest(ARRAY['auth', 'extensions']) AS name
  UNION ALL
  SELECT 3, 'table auth.users', to_regclass('auth.users') IS NOT NULL
  UNION ALL
  SELECT 4, 'function auth.' || name || '()', to_regprocedure('auth.' || name || '()') IS NOT NULL
    FROM unnest(ARRAY['uid', 'role', 'email', 'jwt']) AS name
  UNION ALL
  SELECT 5, 'usage on schema ' || n.nspname || ' for ' || r.rolname, has_schema_privilege(r.oid, n.oid, 'usage')
    FROM pg_catalog.pg_namespace n, pg_catalog.pg_roles r
   WHERE n.nspname IN ('public', 'auth') AND r.rolname IN ('anon', 'authenticated', 'service_role')
  UNION ALL
  SELECT 6, r.rolname || ' for authenticator', pg_has_role(a.oid, r.oid, 'member')
    FROM pg_catalog.pg_roles a, pg_catalog.pg_roles r
   WHERE a.rolname = 'authenticator' AND r.rolname IN ('anon', 'authenticated', 'service_role')
  UNION ALL
  -- Only told to who can give it: hosts are that let nobody have it.
  SELECT 7, 'BYPASSRLS for ' || r.rolname, r.rolbypassrls OR r.rolsuper OR NOT own.rolsuper
    FROM pg_catalog.pg_roles r, pg_catalog.pg_roles own
   WHERE r.rolname = 'service_role' AND own.rolname = current_user
)
SELECT piece FROM pieces WHERE NOT present ORDER BY place, piece`;

/**
 * What a database lacks of what a Supabase project has and generated schemas use, in words: `role anon`,
 * `function auth.uid()`. Empty when nothing is missing. One round trip; changes nothing.
 */
export async function checkSupabase(connection: Connection): Promise<readonly string[]> {
  const { rows } = await connection.query(missingPieces);
  return rows.map(({ piece }) => String(piece));
}

const itsRoles: ReadonlySet<string> = new Set(["anon", "authenticated", "service_role", "authenticator"]);

/** As names of objects and of their schemas, and in expressions. A column may be called `auth`, and so may a table. */
const itsSchemas =
  /"[a-z_]+:(auth|extensions)\b|"schema":"(auth|extensions)"|(?<![.\w])(auth\.(users|uid|role|email|jwt)\b|extensions\.)/;

/** Whether a schema speaks of what a Supabase project has: its roles, `auth`, the schema of its extensions. */
export const standsOnSupabase = (objects: readonly SchemaObject[]): boolean =>
  objects.some(
    (object) => rolesIn(object).some((role) => itsRoles.has(role)) || itsSchemas.test(JSON.stringify(object)),
  );
