import { availableMajors, createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import type { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diffSchemas } from "../2-diff/diff-schemas.ts";
import { objectsOfKind } from "../schema/database-schema.ts";
import type { CatalogConnection } from "./catalog-connection.ts";
import { introspectSchema } from "./introspect-schema.ts";

describe.each(availableMajors())("PostgreSQL %i", (major) => {
  let database: TestDatabase;
  let client: Client;
  beforeAll(async () => {
    database = await createTestDatabase({ major });
    client = await database.client();
  });
  afterAll(() => database.drop());

  test("reads a schema that is there and none that is not", async () => {
    const { schema } = await introspectSchema(client, { schemas: ["public", "nowhere"] });
    expect(objectsOfKind(schema, "schema")).toEqual([{ kind: "schema", name: "public" }]);
    expect(objectsOfKind(schema, "comment")).toEqual([]);
  });

  test("a second session reads half of it in the same snapshot, and what was not committed is not in it", async () => {
    const [first, second, other] = await Promise.all([client, database.client(), database.client()]);
    const schemas = ["half"];
    await other.query(`CREATE SCHEMA half CREATE TABLE kept (id integer PRIMARY KEY, at date DEFAULT now(), CHECK (id > 0))
      CREATE INDEX kept_at ON kept (at);
      CREATE POLICY reading ON half.kept USING (id > 1); COMMENT ON CONSTRAINT kept_pkey ON half.kept IS 'theirs'`);
    await first.query("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1");
    const whole = await introspectSchema(first, { schemas });
    await other.query("CREATE INDEX later ON half.kept (id, at); ALTER TABLE half.kept ADD COLUMN later text");
    expect(await introspectSchema(first, { schemas, beside: second })).toEqual(whole);
    await first.query("COMMIT; BEGIN");
    const now = await introspectSchema(first, { schemas, beside: second });
    expect([now.schema.objects.has("index:half.later"), now.schema.objects.has("column:half.kept.later")]).toEqual([
      true,
      true,
    ]);
    expect(await introspectSchema(other, { schemas })).toEqual(now);
    await first.query("ROLLBACK");
    await Promise.all([second.end(), other.query("DROP SCHEMA half CASCADE").then(() => other.end())]);
  });

  test("the keys that the second session reads wait for the columns that the first one reads", async () => {
    const [first, second] = await Promise.all([database.client(), database.client()]);
    await first.query("CREATE SCHEMA keys CREATE TABLE t (a integer, b integer, PRIMARY KEY (b, a))");
    const options = { schemas: ["keys"], dependencies: false };
    const whole = await introspectSchema(first, options);
    let answered = (): void => {};
    const keysAreRead = new Promise<void>((resolve) => {
      answered = resolve;
    });
    const late: CatalogConnection = {
      query: async (text, values) => {
        if (text.includes("'columns' AS name")) await keysAreRead;
        return first.query(text, [...(values ?? [])]);
      },
    };
    const beside: CatalogConnection = {
      query: async (text, values) => {
        const answer = await second.query(text, [...(values ?? [])]);
        if (text.includes("'indexes' AS name")) answered();
        return answer;
      },
    };
    expect(await introspectSchema(late, { ...options, beside })).toEqual(whole);
    expect(whole.schema.objects.get("primary_key:keys.t.t_pkey")).toMatchObject({ columns: ["b", "a"] });
    await first.query("DROP SCHEMA keys CASCADE");
    await Promise.all([first.end(), second.end()]);
  });

  test("what is done meanwhile is done once, and what it throws is told when the connection is free again", async () => {
    const done: string[] = [];
    const { schema } = await introspectSchema(client, { schemas: ["public"], meanwhile: () => done.push("once") });
    expect([done, schema.objects.has("schema:public")]).toEqual([["once"], true]);
    await client.query("BEGIN");
    const meanwhile = (): void => {
      throw new Error("not as it should be");
    };
    await expect(introspectSchema(client, { schemas: ["public"], meanwhile })).rejects.toThrow("not as it should be");
    expect((await client.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
    await client.query("ROLLBACK");
  });

  test("without dependencies, nothing else is missing", async () => {
    const statements = `CREATE SEQUENCE s; CREATE TABLE t (id integer DEFAULT nextval('s') CHECK (id > 0));
      CREATE VIEW v AS SELECT id FROM t; CREATE INDEX i ON t ((id + 1))`;
    await client.query(`BEGIN; CREATE SCHEMA app; SET LOCAL search_path = app; ${statements}`);
    const whole = await introspectSchema(client, { schemas: ["app"] });
    const part = await introspectSchema(client, { schemas: ["app"], dependencies: false });
    await client.query("ROLLBACK");
    expect(diffSchemas(whole.schema, part.schema)).toEqual({ added: [], removed: [], changed: [] });
    expect(
      [...part.schema.objects.values()].flatMap((object) => ("dependsOn" in object ? object.dependsOn : [])),
    ).toEqual([]);
  });
});
