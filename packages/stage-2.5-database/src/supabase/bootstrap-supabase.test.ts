import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bootstrapSupabase } from "./bootstrap-supabase.ts";
import { checkSupabase } from "./check-supabase.ts";

let databases: TestDatabase[];
beforeAll(async () => {
  databases = await Promise.all([createTestDatabase(), createTestDatabase()]);
});
afterAll(() => Promise.all(databases.map((database) => database.drop())));

test("several processes bootstrap two databases of one server at once, and nothing is missing afterwards", async () => {
  const clients = await Promise.all([...databases, ...databases, ...databases].map((database) => database.client()));
  const missing = await Promise.all(clients.map(bootstrapSupabase));
  expect(missing.flat()).toContain("function auth.uid()");
  for (const client of clients) expect(await checkSupabase(client)).toEqual([]);
});

test("takes one round trip where everything is there", async () => {
  const client = await (databases[0] as TestDatabase).client();
  await bootstrapSupabase(client);
  let queries = 0;
  const counting = {
    query: (text: string) => {
      queries++;
      return client.query(text);
    },
  };
  expect(await bootstrapSupabase(counting)).toEqual([]);
  expect(queries).toBe(1);
});

test("says who is signed in from the claims of the request", async () => {
  const client = await (databases[0] as TestDatabase).client();
  await bootstrapSupabase(client);
  const id = "0b0b5f0e-7a4b-4f39-9d35-3f8f8c1f1a11";
  const claims = JSON.stringify({ sub: id, role: "authenticated", email: "ann@example.com" });
  await client.query("BEGIN");
  await client.query("SET LOCAL ROLE authenticated");
  await client.query("SELECT set_config('request.jwt.claims', $1, true)", [claims]);
  const { rows } = await client.query("SELECT auth.uid(), auth.role(), auth.email(), auth.jwt() ->> 'sub' AS sub");
  await client.query("COMMIT");
  expect(rows).toEqual([{ uid: id, role: "authenticated", email: "ann@example.com", sub: id }]);
  const { rows: nobody } = await client.query("SELECT auth.uid(), auth.jwt()");
  expect(nobody).toEqual([{ uid: null, jwt: null }]);
});

test("names what is missing", async () => {
  const client = await (databases[1] as TestDatabase).client();
  await bootstrapSupabase(client);
  await client.query("DROP FUNCTION auth.uid(); REVOKE USAGE ON SCHEMA auth FROM anon");
  expect(await checkSupabase(client)).toEqual(["function auth.uid()", "usage on schema auth for anon"]);
  await bootstrapSupabase(client);
  expect(await checkSupabase(client)).toEqual([]);
});

test("lets a service role that was there before pass row security", async () => {
  const client = await (databases[0] as TestDatabase).client();
  await bootstrapSupabase(client);
  // Roles belong to the whole server, where other tests are.
  await client.query("BEGIN; ALTER ROLE service_role NOBYPASSRLS");
  expect(await bootstrapSupabase(client)).toEqual(["BYPASSRLS for service_role"]);
  expect(await checkSupabase(client)).toEqual([]);
  await client.query("ROLLBACK");
});

test("leaves a service role alone where the one who is connected may not let it pass row security", async () => {
  const client = await (databases[0] as TestDatabase).client();
  await bootstrapSupabase(client);
  await client.query(`BEGIN; ALTER ROLE service_role NOBYPASSRLS; CREATE ROLE bootstrap_guest;
    GRANT anon, authenticated, service_role, authenticator TO bootstrap_guest;
    DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO bootstrap_guest', current_database()); END $$;
    ALTER SCHEMA auth OWNER TO bootstrap_guest; ALTER SCHEMA public OWNER TO bootstrap_guest;
    ALTER SCHEMA extensions OWNER TO bootstrap_guest; ALTER TABLE auth.users OWNER TO bootstrap_guest;
    ALTER FUNCTION auth.uid() OWNER TO bootstrap_guest; ALTER FUNCTION auth.role() OWNER TO bootstrap_guest;
    ALTER FUNCTION auth.email() OWNER TO bootstrap_guest; ALTER FUNCTION auth.jwt() OWNER TO bootstrap_guest;
    DROP FUNCTION auth.uid(); SET LOCAL ROLE bootstrap_guest`);
  expect(await bootstrapSupabase(client)).toEqual(["function auth.uid()"]);
  expect(await checkSupabase(client)).toEqual([]);
  await client.query("ROLLBACK");
});
