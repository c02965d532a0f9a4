import type { Configuration, ConfiguredEntity, ConfiguredField } from "@build-it/artifacts";
import { databaseSchema, planMigration } from "@build-it/postgres-schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDesignedDatabase, type DesignedDatabase } from "../../test/designed-database.ts";
import { enumOf, sampleConfiguration, sampleEntity, sampleField, text } from "../../test/sample-model.ts";
import { designSchema } from "../1-design/design-schema.ts";
import { guardBodies } from "./guard-bodies.ts";

const code = sampleField("code", text);
const state = (values: readonly string[], rest: Partial<ConfiguredField> = {}) =>
  sampleField("state", enumOf("state", values), rest);
const open = state(["open", "done"]);
const amount = sampleField("amount", { kind: "integer" });
const key = sampleField("key", text, { renamedFrom: { name: "code", column: "code" } });
const things: Partial<ConfiguredEntity> = {
  table: "things",
  renamedFrom: { name: "Item", schema: "public", table: "items" },
};

const model = (
  sql: string,
  fields: readonly ConfiguredField[] = [code, open, amount],
  rest: Partial<ConfiguredEntity> = {},
): Configuration =>
  sampleConfiguration([sampleEntity("Item", fields, rest)], { sqlFiles: [{ path: "sql/of_items.sql", text: sql }] });
const without = (gone: ConfiguredField, ...more: readonly ConfiguredField[]) => [
  ...[code, open, amount].filter((field) => field !== gone),
  ...more,
];

const routine = (body: string, returns = "text"): string =>
  `CREATE FUNCTION public.f() RETURNS ${returns} LANGUAGE plpgsql SET search_path = '' AS $$\n${body}\n$$;\n`;
const triggered = (timing: string, body: string): string =>
  `${routine(body, "trigger")}CREATE TRIGGER t ${timing} INSERT ON public.items FOR EACH ROW EXECUTE FUNCTION public.f();\n`;

/** What the guard says about a change, as `severity code line:column`. */
async function guarded(before: Configuration, after: Configuration): Promise<readonly string[]> {
  const { design: previous } = await designSchema(before, null);
  const designed = await designSchema(after, previous);
  const { difference } = planMigration(databaseSchema(previous.objects), designed.schema, {
    ...designed,
    postgresMajor: 17,
  });
  return guardBodies({ difference, designed, previous }, after).map(
    ({ severity, code: name, location }) =>
      `${severity} ${name.replace("database/body_says_", "")} ${location?.line}:${location?.column}`,
  );
}

interface Case {
  readonly name: string;
  readonly sql: string;
  readonly fields?: readonly ConfiguredField[];
  readonly rest?: Partial<ConfiguredEntity>;
  readonly says: readonly string[];
}
const renamedField = { fields: without(code, key) };
const cases: readonly Case[] = [
  {
    name: "a former name in a query goes on working",
    sql: routine("BEGIN RETURN (SELECT max(Code) FROM public.items); END"),
    ...renamedField,
    says: ["warning former_name 2:26"],
  },
  {
    name: "a trigger sees the former name too late",
    sql: triggered("BEFORE", "BEGIN NEW.code := upper(NEW.code); RETURN NEW; END"),
    ...renamedField,
    says: ["error former_name 2:11"],
  },
  {
    name: "… after the row is written it does not",
    sql: triggered("AFTER", "BEGIN RAISE NOTICE '%', NEW.code; RETURN NULL; END"),
    ...renamedField,
    says: ["warning former_name 2:29"],
  },
  {
    name: "a field of that name of another table, in a comment, or as part of a word is none",
    sql: routine("BEGIN /* items.code */ RETURN items.decode || 'the code' FROM public.items; END -- code"),
    ...renamedField,
    says: [],
  },
  {
    name: "… where the table is not named either",
    sql: routine("BEGIN RETURN max(code) FROM public.others; END"),
    ...renamedField,
    says: [],
  },
  {
    name: "capitals in quotes are another name",
    sql: routine(`BEGIN RETURN max("Code") FROM public.items; END`),
    ...renamedField,
    says: [],
  },
  {
    name: "a string that is run counts",
    sql: routine("BEGIN EXECUTE 'UPDATE public.items SET code = ''x'''; END"),
    ...renamedField,
    says: ["warning former_name 2:40"],
  },
  {
    name: "a former table goes on working in a query",
    sql: routine("BEGIN RETURN max(code) FROM public.items; END"),
    rest: things,
    says: ["warning former_name 2:36"],
  },
  {
    name: "a statement for tables does not take its view",
    sql: routine("BEGIN TRUNCATE TABLE ONLY public.items; END"),
    rest: things,
    says: ["error former_name 2:34"],
  },
  {
    name: "a trigger is told the new name",
    sql: routine("BEGIN IF TG_TABLE_NAME = 'items' THEN NULL; END IF; END", "trigger"),
    rest: things,
    says: ["error former_name 2:26"],
  },
  {
    name: "a value that goes",
    sql: routine("BEGIN UPDATE public.items SET state = 'open' WHERE state = 'open'; RETURN 'reopen'; END"),
    fields: without(open, state(["todo", "done"], { mapValues: { open: "todo" } })),
    says: ["error gone_value 2:39"],
  },
  {
    name: "… not where its table is not named",
    sql: routine("BEGIN UPDATE public.doors SET state = 'open'; END"),
    fields: without(open, state(["todo", "done"], { mapValues: { open: "todo" } })),
    says: [],
  },
  {
    name: "a field that leaves the model",
    sql: routine("BEGIN RETURN max(code) FROM public.items; END"),
    fields: without(code),
    says: ["warning kept_name 2:18"],
  },
  {
    name: "a field that becomes something else",
    sql: routine("BEGIN RETURN max(amount + 1) FROM public.items; END"),
    fields: without(amount, sampleField("amount", text, { cast: { kind: "sql", expression: "amount::text" } })),
    says: ["error retyped_column 2:18"],
  },
  {
    name: "what somebody looked at",
    sql: `-- still says: items.code\n${triggered("BEFORE", "BEGIN NEW.code := 'x'; RETURN NEW; END")}`,
    ...renamedField,
    says: [],
  },
];

describe("a body that says", () => {
  test.each(cases)("$name", async ({ sql, fields = [code, open, amount], rest, says }) => {
    expect(await guarded(model(sql), model(sql, fields, rest))).toEqual(says);
  });

  test("what its author changed along with a type is looked at", async () => {
    const fields = without(amount, sampleField("amount", text, { cast: { kind: "sql", expression: "amount::text" } }));
    const before = routine("BEGIN RETURN max(amount + 1) FROM public.items; END");
    const after = routine("BEGIN RETURN max(amount) FROM public.items; END");
    expect(await guarded(model(before), model(after, fields))).toEqual([]);
  });

  test("is found where it is quoted, and stops nobody where it is only kept for earlier code", async () => {
    const sql =
      "CREATE FUNCTION public.f() RETURNS text LANGUAGE sql AS 'SELECT ''it''''s '' || max(code) FROM public.items';";
    expect(await guarded(model(sql), model(sql, without(code, key)))).toEqual([
      `warning former_name 1:${sql.indexOf("code") + 1}`,
    ]);
    const clear = routine("BEGIN TRUNCATE public.items; END");
    expect(await guarded(model(clear), model("", undefined, things))).toEqual([
      "warning former_name undefined:undefined",
    ]);
  });
});

describe("what stops a run does fail", () => {
  let database: DesignedDatabase;
  beforeAll(async () => {
    database = await createDesignedDatabase();
  });
  afterAll(() => database.database.drop());
  const rows = async (query: string) => (await database.client.query(query)).rows;

  test("in a trigger before the row, and where PostgreSQL wants a table", async () => {
    const upper = triggered("BEFORE", "BEGIN NEW.code := upper(NEW.code); RETURN NEW; END");
    const clear =
      "CREATE FUNCTION public.clear() RETURNS void LANGUAGE plpgsql AS 'BEGIN TRUNCATE public.items; END';\n";
    const seen = triggered("AFTER", "BEGIN PERFORM set_config('my.table', TG_TABLE_NAME, false); RETURN NULL; END")
      .replaceAll("public.f()", "public.seen()")
      .replace("TRIGGER t ", "TRIGGER seen ");
    const sql = `${upper}${clear}${seen}`;
    await database.become(model(sql));
    await rows("INSERT INTO items (code) VALUES ('before')");
    await database.become(model(sql.replaceAll("ON public.items", "ON public.things"), without(code, key), things));
    await rows("INSERT INTO things (key) VALUES ('new'); INSERT INTO items (code) VALUES ('old')");
    expect(await rows("SELECT key, code FROM things ORDER BY key")).toEqual([
      { key: "BEFORE", code: "BEFORE" },
      { key: "new", code: "new" },
      { key: "old", code: "old" },
    ]);
    expect(await rows("SELECT current_setting('my.table') AS name")).toEqual([{ name: "things" }]);
    await expect(rows("SELECT clear()")).rejects.toThrow('"items" is not a table');
  });
});
