import { checkSupabase } from "./check-supabase.ts";
import type { Connection } from "./connection.ts";

const createRole = (name: string, options: string): string =>
  `IF to_regrole('${name}') IS NULL THEN CREATE ROLE ${name} ${options}; END IF;`;

const letAuthenticatorBecome = (name: string): string =>
  `IF NOT pg_has_role('authenticator', '${name}', 'member') THEN GRANT ${name} TO authenticator; END IF;`;

/**
 * The functions as Supabase has them: PostgREST hands over who is signed in as settings of the transaction.
 * https://supabase.com/docs/guides/database/postgres/row-level-security
 */
const claim = (name: string): string =>
  `coalesce(nullif(current_setting('request.jwt.claim.${name}', true), ''),
    nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> '${name}')`;

const bootstrap = `
-- One at a time in this database; roles belong to the whole server, so two databases can still meet there.
SELECT pg_advisory_xact_lock(hashtext('build-it bootstrap'));
DO $roles$ BEGIN
  ${createRole("anon", "NOLOGIN NOINHERIT")}
  ${createRole("authenticated", "NOLOGIN NOINHERIT")}
  ${createRole("service_role", "NOLOGIN NOINHERIT BYPASSRLS")}
  ${createRole("authenticator", "LOGIN NOINHERIT")}
  -- Where the one who is connected can give it.
  IF EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'service_role' AND NOT (rolbypassrls OR rolsuper))
     AND (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user) THEN
    ALTER ROLE service_role BYPASSRLS;
  END IF;
  ${["anon", "authenticated", "service_role"].map(letAuthenticatorBecome).join("\n  ")}
END $roles$;
CREATE SCHEMA IF NOT EXISTS auth;
CREATE SCHEMA IF NOT EXISTS extensions;
CREATE TABLE IF NOT EXISTS auth.users (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  email text UNIQUE,
  raw_app_meta_data jsonb NOT NULL DEFAULT '{}',
  raw_user_meta_data jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE OR REPLACE FUNCTION auth.uid() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT (${claim("sub")})::uuid $$;
CREATE OR REPLACE FUNCTION auth.role() RETURNS text LANGUAGE sql STABLE AS $$ SELECT ${claim("role")} $$;
CREATE OR REPLACE FUNCTION auth.email() RETURNS text LANGUAGE sql STABLE AS $$ SELECT ${claim("email")} $$;
CREATE OR REPLACE FUNCTION auth.jwt() RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(nullif(current_setting('request.jwt.claim', true), ''),
    nullif(current_setting('request.jwt.claims', true), ''))::jsonb $$;
GRANT USAGE ON SCHEMA public, auth, extensions TO anon, authenticated, service_role;
GRANT ALL ON auth.users TO service_role;
`;

/** What one of two that make the same thing at the same time is told; by then the other one has made it. */
const lostRaces = new Set([
  "23505", // unique_violation
  "42710", // duplicate_object
  "XX000", // "tuple concurrently updated", which has no code of its own
]);
const attempts = 10;

/**
 * Gives a plain PostgreSQL what a Supabase project has and generated schemas use: the roles of the API, `auth.users`, and
 * the functions that say who is signed in. Does nothing, in one round trip, where all of it is there. Several processes
 * may do this at once. The connection must not be in a transaction, and its role must be allowed to create roles.
 *
 * @returns what was missing.
 * @throws what PostgreSQL says where the role may not do this.
 */
export async function bootstrapSupabase(connection: Connection): Promise<readonly string[]> {
  const missing = await checkSupabase(connection);
  if (missing.length === 0) return missing;
  for (let attempt = 1; ; attempt++) {
    try {
      await connection.query(bootstrap);
      return missing;
    } catch (error) {
      if (attempt === attempts || !isLostRace(error)) throw error;
    }
  }
}

const isLostRace = (error: unknown): boolean =>
  error instanceof Error && "code" in error && lostRaces.has(String(error.code));
