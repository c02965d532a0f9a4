import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { introspectSchema } from "./introspect-schema.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("a kind of object that is committed while it is read is read too, where what uses it is", async () => {
  const [reader, other] = [await database.client(), await database.client()];
  let isCommitted = false;
  const meddled = {
    async query(text: string, values: readonly unknown[] = []) {
      if (text.includes("AS nullable") && !isCommitted) {
        isCommitted = true;
        await other.query(
          "CREATE COLLATION german (locale = 'C'); CREATE TABLE words (word text COLLATE german PRIMARY KEY)",
        );
      }
      return reader.query(text, [...values]);
    },
  };
  await reader.query("BEGIN ISOLATION LEVEL READ COMMITTED");
  const { schema } = await introspectSchema(meddled, { schemas: ["public"] });
  await reader.query("COMMIT");
  expect([...schema.objects.keys()]).toEqual(
    expect.arrayContaining(["collation:public.german", "column:public.words.word"]),
  );
});
