import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** Enums that fields share, under another name. */

let workspace: Workspace;
beforeAll(async () => {
  workspace = await createWorkspace();
});
afterAll(() => workspace[Symbol.asyncDispose]());

const module = "title: Shop\nsub_modules:\n  main: { title: Main, entities: [Item] }\n";
const item = (name: string, more = "") => `entity: Item
fields:
  name: { type: string, required: true, max: 100 }
  mood: { type: enum, enum: ${name}, required: true, default: calm }
  moods: { type: list, of: { type: enum, enum: ${name} }, default: [calm] }
${more}access:
  - { allow: all, to: signed_in, when: { mood: calm } }
`;
const isCalm = (type: string) => `CREATE FUNCTION public.is_calm(asked public.${type}) RETURNS boolean
LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  RETURN asked::text = 'calm';
END $$;
`;

const buildIt = async (exitCode: number, ...args: readonly string[]) => {
  const result = await workspace.buildIt(...args);
  expect(result.exitCode, result.stdout + result.stderr).toBe(exitCode);
  return result.stdout + result.stderr;
};

/** The statements that generated code of the first iteration makes: no type is said in any of them. */
const asEarlierCode = async (name: string) => {
  const client = await workspace.connect();
  try {
    await client.query("INSERT INTO items (name, mood, moods) VALUES ($1, $2, $3)", [name, "cross", ["cross", "calm"]]);
    await client.query("UPDATE items SET mood = $1, moods = $2 WHERE name = $3 AND mood IN ($4, $5)", [
      "calm",
      ["calm"],
      name,
      "calm",
      "cross",
    ]);
    const { rows } = await client.query("SELECT name FROM items WHERE mood = $1 AND name = $2", ["calm", name]);
    expect(rows).toHaveLength(1);
    await client.query("DELETE FROM items WHERE mood = $1 AND name = $2", ["calm", name]);
  } finally {
    await client.end();
  }
};

const types = async () =>
  (
    await workspace.query<{ typname: string }>(
      "SELECT typname FROM pg_type WHERE typtype IN ('e', 'd') AND typnamespace = 'public'::regnamespace ORDER BY 1",
    )
  ).map(({ typname }) => typname);
const rowsNow = () => workspace.query("SELECT ctid, name, mood, moods FROM items ORDER BY name");

const start = async (storage: "check" | "native") => {
  await workspace.reset();
  await workspace.writeModel({
    "module.yaml": module,
    "enums.yaml": `Mood: { values: [calm, cross], storage: ${storage} }\n`,
    "entities/item.yaml": item("Mood"),
  });
  await buildIt(0, "run");
  await workspace.query(
    "INSERT INTO items (name, mood, moods) VALUES ('one', 'cross', '{calm,cross}'), ('two', 'calm', '{}')",
  );
};
const rename = (storage: "check" | "native", says = ", renamed_from: Mood", values = "calm, cross") =>
  workspace.writeModel({
    "enums.yaml": `Feeling: { values: [${values}], storage: ${storage}${says} }\n`,
    "entities/item.yaml": item("Feeling"),
  });

describe("a native enum", () => {
  beforeEach(() => start("native"));

  test("has its type renamed, under its rows and code of before, and back", async () => {
    const rows = await rowsNow();
    await rename("native");
    const said = await buildIt(0, "run");
    expect(said).toContain("The type mood is called feeling from now on.");
    expect(said).toContain("002_rename_mood_to_feeling.sql");
    expect(await workspace.read("database/migrations/002_rename_mood_to_feeling.sql")).toContain(
      "ALTER TYPE public.mood RENAME TO feeling;",
    );
    const record = JSON.parse(await workspace.read("database/iterations/002.json"));
    expect(record.rows.rewritten).toEqual({ migration: {}, rollback: {} });
    expect(await types()).toEqual(["feeling"]);
    expect(await rowsNow()).toEqual(rows);
    await asEarlierCode("three");
    expect(await buildIt(0, "run")).toContain("nothing to change");
    const back = await buildIt(0, "rollback", "--to", "1");
    expect(back).not.toContain("archived");
    expect(await types()).toEqual(["mood"]);
    expect(await rowsNow()).toEqual(rows);
    await buildIt(0, "run");
    expect(await types()).toEqual(["feeling"]);
    expect(await rowsNow()).toEqual(rows);
  });

  test("gets and loses values in the same iteration, and is asked about them", async () => {
    await rename("native", ", renamed_from: Mood", "calm, wild");
    expect(await buildIt(5, "run")).toContain("database/enum_value_removed");
    await workspace.writeModel({
      "entities/item.yaml": item("Feeling").replace("default: calm }", "default: calm, map: { cross: wild } }"),
    });
    await workspace.query("UPDATE items SET moods = '{calm}'");
    const said = await buildIt(5, "run");
    expect(said).toContain("Item.moods");
  });

  test("keeps the name of its type where the model says so", async () => {
    await rename("native", ", type: mood");
    expect(await buildIt(0, "run")).toContain("nothing to change");
    expect(await types()).toEqual(["mood"]);
  });

  test("is never guessed to be another one: the line to add is said", async () => {
    await rename("native", "");
    const said = await buildIt(5, "run");
    expect(said).toContain("database/enum_may_be_renamed");
    expect(said).toContain("renamed_from: Mood");
    await rename("native", ", renamed_from: Moood");
    expect(await buildIt(5, "run")).toContain("database/enum_may_be_renamed");
    expect(await types()).toEqual(["mood"]);
  });

  test("takes no name that another enum has", async () => {
    const two = "Mood: { values: [calm, cross], storage: native }\nFeeling: { values: [calm], storage: native }\n";
    await workspace.writeModel({
      "enums.yaml": two,
      "entities/item.yaml": item("Mood", "  other: { type: enum, enum: Feeling }\n"),
    });
    await buildIt(0, "run");
    await rename("native");
    await workspace.writeModel({ "entities/item.yaml": item("Feeling", "  other: { type: enum, enum: Feeling }\n") });
    expect(await buildIt(1, "run")).toContain("database/renamed_to_what_is_there");
    await workspace.writeModel({ "enums.yaml": two.replace("[calm],", "[calm], renamed_from: Mood,") });
    expect(await buildIt(1, "run")).toContain("busm/renamed_from_taken");
  });

  test("is not said by its former name in SQL of the model", async () => {
    await workspace.writeModel({ "sql/is-calm.sql": isCalm("mood") });
    await buildIt(0, "run");
    await rename("native");
    const said = await buildIt(1, "run");
    expect(said).toContain("database/former_type_in_sql");
    expect(said).toContain("sql/is-calm.sql");
    await workspace.writeModel({
      "sql/is-calm.sql": isCalm("feeling").replace("asked::text", "asked::public.mood::text"),
    });
    expect(await buildIt(0, "plan")).toContain("database/body_says_former_type");
    await workspace.writeModel({ "sql/is-calm.sql": isCalm("feeling") });
    await buildIt(0, "run");
    expect(await workspace.query("SELECT public.is_calm(mood) AS calm FROM items ORDER BY name")).toEqual([
      { calm: false },
      { calm: true },
    ]);
    await buildIt(0, "rollback", "--to", "2");
    expect(await workspace.query("SELECT public.is_calm(mood) AS calm FROM items ORDER BY name")).toEqual([
      { calm: false },
      { calm: true },
    ]);
  });

  test("goes on under a column that has another name too, and under one that left the model", async () => {
    await workspace.writeModel({
      "enums.yaml": "Feeling: { values: [calm, cross], storage: native, renamed_from: Mood }\n",
      "entities/item.yaml": item("Feeling")
        .replace("mood: {", "humour: { renamed_from: mood,")
        .replace("when: { mood", "when: { humour")
        .replace(/ {2}moods: .*\n/, ""),
    });
    await buildIt(0, "run");
    expect(await types()).toEqual(["feeling"]);
    await asEarlierCode("three");
    await buildIt(0, "rollback", "--to", "1");
    await buildIt(0, "run");
    await workspace.query("INSERT INTO items (name, mood) VALUES ('four', 'cross')");
    expect(await workspace.query("SELECT humour FROM items WHERE name = 'four'")).toEqual([{ humour: "cross" }]);
  });
});

test("an enum that is stored as text has no name in the database: there is nothing to change", async () => {
  await start("check");
  await rename("check");
  expect(await buildIt(0, "run")).toContain("nothing to change");
  await asEarlierCode("three");
});
