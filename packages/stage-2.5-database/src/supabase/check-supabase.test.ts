import { introspectSchema } from "@build-it/postgres-schema";
import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bootstrapSupabase } from "./bootstrap-supabase.ts";
import { standsOnSupabase } from "./check-supabase.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await bootstrapSupabase(await database.client());
});
afterAll(() => database.drop());

test.each([
  ["a column called auth", "CREATE TABLE records (auth boolean CHECK (auth OR true))", false],
  [
    "a table called auth, and a view of it",
    "CREATE TABLE auth (name text); CREATE VIEW names AS SELECT name FROM auth",
    false,
  ],
  ["an enum of what visitors are", "CREATE TYPE visitor AS ENUM ('anon', 'authenticated')", false],
  ["rights for a role of the API", "CREATE TABLE notes (); GRANT SELECT ON notes TO anon", true],
  [
    "a policy for a role of the API",
    "CREATE TABLE notes (); CREATE POLICY p ON notes TO authenticated USING (true)",
    true,
  ],
  ["who is signed in", "CREATE TABLE notes (author uuid DEFAULT auth.uid())", true],
  ["a foreign key to a user", "CREATE TABLE notes (author uuid REFERENCES auth.users)", true],
] as const)("%s: %s stands on Supabase: %s", async (_what, statements, expected) => {
  const client = await database.client();
  await client.query("DROP SCHEMA IF EXISTS app CASCADE; CREATE SCHEMA app; SET search_path = app");
  await client.query(statements);
  const { schema } = await introspectSchema(client, { schemas: ["app"] });
  expect(standsOnSupabase([...schema.objects.values()])).toBe(expected);
});
