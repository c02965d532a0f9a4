import { introspectSchema } from "@build-it/postgres-schema";
import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findLosses } from "./find-losses.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("a partition that leaves its parent with fewer columns loses their values, and what it keeps is kept", async () => {
  const client = await database.client();
  const read = async () => (await introspectSchema(client, { schemas: ["public"] })).schema;
  await client.query(`CREATE TABLE events (id int, place text, note text) PARTITION BY LIST (place);
    CREATE TABLE here PARTITION OF events FOR VALUES IN ('here');
    CREATE TABLE there PARTITION OF events FOR VALUES IN ('there')`);
  const before = await read();
  await client.query("ALTER TABLE events DETACH PARTITION here; ALTER TABLE here DROP COLUMN note");
  const passage = { before, after: await read(), renames: [], repeats: {}, rewritten: {} };
  expect(findLosses(passage)).toEqual([{ kind: "column", schema: "public", table: "here", column: "note" }]);
});
