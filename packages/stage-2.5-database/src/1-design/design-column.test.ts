import {
  type DatabaseSchema,
  databaseSchema,
  diffSchemas,
  emptySchema,
  introspectSchema,
  isSame,
  planRollback,
} from "@build-it/postgres-schema";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createDesignedDatabase, type DesignedDatabase } from "../../test/designed-database.ts";
import { allow, enumOf, sampleConfiguration, sampleEntity, sampleField, text } from "../../test/sample-model.ts";
import type { DesignResult } from "./design.ts";

let database: DesignedDatabase;
beforeEach(async () => {
  database = await createDesignedDatabase();
});
afterEach(() => database.database.drop());

const word = { kind: "text", format: "plain" } as const;

const fullName = `CREATE FUNCTION public.full_name(first text, last text DEFAULT 'Doe') RETURNS text
  LANGUAGE sql IMMUTABLE SET search_path = '' RETURN pg_catalog.concat_ws(' ', first, last);`;

const person = sampleEntity(
  "Person",
  [
    sampleField("firstName", text),
    sampleField("lastName", text),
    sampleField("pin", text, { secret: true }),
    sampleField(
      "fullName",
      { kind: "computed", expression: "public.full_name(first_name, last_name)", of: word },
      { unique: true },
    ),
    sampleField("initial", { kind: "computed", expression: "left(first_name, 1)", of: word }),
  ],
  {
    checks: [{ name: "is_named", expression: "full_name <> ''" }],
    access: [allow("signed_in", ["read", "create"])],
  },
);
const withFunction = (sql: string, entity = person) =>
  sampleConfiguration([entity], { sqlFiles: [{ path: "busm/crm/sql/names.sql", text: sql }] });

const catalog = async (): Promise<DatabaseSchema> =>
  (await introspectSchema(database.client, { schemas: ["public"] })).schema;
const names = async (): Promise<unknown> =>
  (await database.client.query("SELECT full_name FROM persons ORDER BY 1")).rows.map(({ full_name }) => full_name);
const insertAnn = () => database.client.query("INSERT INTO persons (first_name, last_name) VALUES ('Ann', 'Lee')");

/** Takes an iteration back, and gives how the database then differs from `expected`. */
async function rollBack(before: DatabaseSchema, after: DesignResult, expected: DatabaseSchema) {
  const options = { ...after, postgresMajor: database.database.major, resetPrivilegesOf: ["anon", "authenticated"] };
  await database.client.query("SET search_path = ''");
  for (const { sql } of planRollback(before, after.schema, options).steps) await database.client.query(sql.text);
  await database.client.query("RESET search_path");
  const difference = diffSchemas(expected, await catalog());
  return isSame(difference) ? null : difference;
}

test("a computed field comes after the function that it calls, and what is on it after the field", async () => {
  const nothing = await catalog();
  const designed = await database.become(withFunction(fullName));
  const place = (text: string): number => designed.statements.findIndex((statement) => statement.includes(text));
  // What needs no function comes with its table.
  expect(designed.statements[place("CREATE TABLE public.persons")]).toContain("initial text GENERATED ALWAYS");
  expect(place("ADD COLUMN full_name")).toBeGreaterThan(place("CREATE OR REPLACE FUNCTION public.full_name"));
  expect(place("is_named")).toBeGreaterThan(place("ADD COLUMN full_name"));
  await insertAnn();
  expect(await names()).toEqual(["Ann Lee"]);
  await expect(insertAnn()).rejects.toThrow("persons_full_name_key");
  expect(await rollBack(emptySchema, designed, nothing)).toBe(null);
});

test("a computed field follows the function's body, and goes back with it", async () => {
  const first = await database.become(withFunction(fullName));
  const before = await catalog();
  await insertAnn();
  const second = await database.become(withFunction(fullName.replace("' ', first, last", "', ', last, first")));
  expect(await names()).toEqual(["Lee, Ann"]);
  await expect(database.as("authenticated", null, "SELECT full_name FROM persons")).resolves.toHaveLength(1);
  expect(await rollBack(first.schema, second, before)).toBe(null);
  expect(await names()).toEqual(["Ann Lee"]);
});

test("a computed field's expression changes, and goes back", async () => {
  const first = await database.become(withFunction(fullName));
  const before = await catalog();
  await insertAnn();
  const expression = "public.full_name(upper(first_name), last_name)";
  const fields = person.fields.map((field) =>
    field.name === "fullName" ? { ...field, type: { kind: "computed", expression, of: word } as const } : field,
  );
  const second = await database.become(withFunction(fullName, { ...person, fields }));
  expect(await names()).toEqual(["ANN Lee"]);
  expect(await rollBack(first.schema, second, before)).toBe(null);
  expect(await names()).toEqual(["Ann Lee"]);
});

test.each([
  ["a default less", fullName.replace(" DEFAULT 'Doe'", "")],
  ["another name", fullName.replace("(first", "(given").replace("first, last)", "given, last)")],
])("a function whose arguments have %s is made anew, with what calls it", async (_what, changed) => {
  const first = await database.become(withFunction(fullName));
  const before = await catalog();
  await insertAnn();
  const second = await database.become(withFunction(changed));
  expect(second.statements.filter((statement) => statement.startsWith("DROP FUNCTION"))).toHaveLength(1);
  expect(await names()).toEqual(["Ann Lee"]);
  expect(await rollBack(first.schema, second, before)).toBe(null);
});

test("another default of an argument takes no drop", async () => {
  await database.become(withFunction(fullName));
  const { statements } = await database.become(withFunction(fullName.replace("'Doe'", "'Roe'")));
  expect(statements.filter((statement) => statement.startsWith("DROP FUNCTION"))).toEqual([]);
  expect((await database.client.query("SELECT public.full_name('Ann') AS name")).rows).toEqual([{ name: "Ann Roe" }]);
});

test("a field that a computed one is made from takes another type", async () => {
  const first = await database.become(withFunction(fullName));
  const before = await catalog();
  await insertAnn();
  const fields = person.fields.map((field) =>
    field.name === "firstName" ? { ...field, type: { ...word, maxLength: 40 } } : field,
  );
  const second = await database.become(withFunction(fullName, { ...person, fields }));
  expect(await names()).toEqual(["Ann Lee"]);
  expect(await rollBack(first.schema, second, before)).toBe(null);
});

test("a computed field speaks of an enum's values, and the enum loses one", async () => {
  const mooded = (values: readonly string[]) =>
    sampleConfiguration([
      sampleEntity("Person", [
        sampleField("mood", enumOf("mood", values, "native")),
        sampleField("good", { kind: "computed", expression: "mood = 'good'::public.mood", of: { kind: "boolean" } }),
      ]),
    ]);
  const first = await database.become(mooded(["good", "bad", "odd"]));
  expect(databaseSchema(first.design.objects).objects.get("column:public.persons.good")).toMatchObject({
    dependsOn: ["column:public.persons.mood", "enum:public.mood"],
  });
  const before = await catalog();
  await database.client.query("INSERT INTO persons (mood) VALUES ('good')");
  const second = await database.become(mooded(["good", "bad"]));
  expect((await database.client.query("SELECT good FROM persons")).rows).toEqual([{ good: true }]);
  expect(await rollBack(first.schema, second, before)).toBe(null);
});
