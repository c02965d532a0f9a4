import { afterEach, describe, expect, test } from "vitest";
import type { TestDatabase } from "./index.ts";
import { availableMajors, createTestDatabase } from "./index.ts";

const open: TestDatabase[] = [];
const create = async (options: Parameters<typeof createTestDatabase>[0]) => {
  const database = await createTestDatabase(options);
  open.push(database);
  return database;
};

afterEach(async () => {
  await Promise.all(open.splice(0).map((database) => database.drop()));
});

test("tests run on 17 and 18 everywhere", () => {
  expect(availableMajors()).toEqual(expect.arrayContaining([17, 18]));
});

describe.each(availableMajors())("a test database on %s", (major) => {
  test("is empty and runs on the major that was asked for", async () => {
    const client = await (await create({ major })).client();
    const { rows } = await client.query(
      "SELECT current_setting('server_version_num')::int / 10000 AS major, count(c.oid)::int AS tables FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = 'public'",
    );
    expect(rows).toEqual([{ major, tables: 0 }]);
  });

  test("is not seen by another test", async () => {
    const [one, other] = await Promise.all([create({ major }), create({ major })]);
    await (await one.client()).query("CREATE TABLE mine ()");
    const { rows } = await (await other.client()).query("SELECT to_regclass('mine') AS mine");
    expect(rows).toEqual([{ mine: null }]);
  });

  test("copies its template", async () => {
    const template = await create({ major });
    const filling = await template.client();
    await filling.query("CREATE TABLE ready AS SELECT 1 AS id");
    await filling.end();
    const copy = await create({ major, template: template.name });
    expect((await (await copy.client()).query("SELECT id FROM ready")).rows).toEqual([{ id: 1 }]);
  });

  test("is gone after it is dropped, under an open connection too", async () => {
    const observer = await (await create({ major })).client();
    const dropped = await createTestDatabase({ major });
    await dropped.client();
    await dropped.drop();
    const { rows } = await observer.query("SELECT FROM pg_database WHERE datname = $1", [dropped.name]);
    expect(rows).toEqual([]);
  });
});
