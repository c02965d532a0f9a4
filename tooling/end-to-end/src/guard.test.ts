import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** Changes of the model that rows or earlier iterations would not survive, and those that they do. */

let workspace: Workspace;
beforeAll(async () => {
  workspace = await createWorkspace();
});
afterAll(() => workspace[Symbol.asyncDispose]());

const model = (fields: string, more = ""): Readonly<Record<string, string>> => ({
  "module.yaml": "title: Shop\nsub_modules:\n  main: { title: Main, entities: [Item] }\n",
  "entities/item.yaml": `entity: Item\n${more}fields:\n${fields}access:\n  - { allow: all, to: signed_in }\n`,
});

const start = `  name: { type: string, required: true, max: 100 }
  amount: bigint
  state: { type: enum, values: [open, done], default: open }
  note: text
`;

const build = () => workspace.buildIt("run");
const column = async (name: string) =>
  (
    await workspace.query<{ is_nullable: string; data_type: string }>(
      `SELECT is_nullable, data_type FROM information_schema.columns WHERE table_name = 'items' AND column_name = '${name}'`,
    )
  )[0];

/** Every test starts from one iteration with one row in it. */
beforeEach(async () => {
  await workspace.reset();
  await workspace.writeModel(model(start));
  const { exitCode, stderr } = await build();
  expect(exitCode, stderr).toBe(0);
  await workspace.query("INSERT INTO items (name, amount) VALUES ('one', 1)");
});

const halts: readonly { readonly name: string; readonly fields: string; readonly says: readonly string[] }[] = [
  {
    name: "a new required field without default or backfill",
    fields: `${start}  code: { type: string, required: true }\n`,
    says: ["database/required_field_without_value", "Item.code", "backfill:", "entities/item.yaml:7"],
  },
  {
    name: "an optional field that becomes required",
    fields: start.replace("note: text", "note: { type: text, required: true }"),
    says: [
      "database/field_became_required",
      "Item.note",
      "backfill:",
      "1 of 1 row is in the way, for one that with id ",
    ],
  },
  {
    name: "a narrowed type",
    fields: start.replace("max: 100", "max: 10"),
    says: ["database/column_type_narrowed", "Item.name", "character varying(100)", "character varying(10)", "cast:"],
  },
  {
    name: "a check that rows break",
    fields: start.replace("amount: bigint", "amount: { type: bigint, min: 5 }"),
    says: ["database/rows_break_check", "Item.amount", "1 of 1 row is in the way, for one that with id "],
  },
  {
    name: "a default that goes while the field is required",
    fields: start.replace("default: open }", "required: true, backfill: { sql: \"'open'\" } }"),
    says: ["database/default_removed", "Item.state"],
  },
  {
    name: "a type that holds other values",
    fields: start.replace("amount: bigint", "amount: boolean"),
    says: ["database/column_type_narrowed", "Item.amount"],
  },
  {
    name: "an enum value taken away",
    fields: start.replace("[open, done]", "[open, closed]"),
    says: ["database/enum_value_removed", "Item.state", '"done"', "map:"],
  },
  {
    name: "a removal and an addition that look alike",
    fields: start.replace("note: text", "remark: text"),
    says: ["database/field_may_be_renamed", "Item.note", "Item.remark", "renamed_from: note"],
  },
];

describe("halts with exit 5 and the line to add", () => {
  test.each(halts)("$name", async ({ fields, says }) => {
    await workspace.writeModel(model(fields));
    const before = { files: await workspace.hashFiles(), database: await workspace.describeDatabase() };
    const { exitCode, stderr } = await build();
    expect(exitCode, stderr).toBe(5);
    const said = stderr.replaceAll(/\s+/g, " ");
    for (const words of says) expect(said).toContain(words);
    expect({ files: await workspace.hashFiles(), database: await workspace.describeDatabase() }).toEqual(before);
  });
});

const passes: readonly { readonly name: string; readonly fields: string; readonly check: () => Promise<void> }[] = [
  {
    name: "a field that says it is new takes nothing from one like it that left",
    fields: start.replace("note: text", "remark: { type: text, renamed_from: null }"),
    check: async () => {
      expect(await workspace.query("UPDATE items SET note = 'old' RETURNING note, remark")).toEqual([
        { note: "old", remark: null },
      ]);
    },
  },
  {
    name: "a required field with a backfill fills the rows that are there",
    fields: `${start}  code: { type: string, required: true, backfill: none }\n`,
    check: async () => {
      expect(await workspace.query("SELECT code FROM items")).toEqual([{ code: "none" }]);
      expect(await column("code")).toMatchObject({ is_nullable: "NO" });
    },
  },
  {
    name: "a required field with a default needs nothing more",
    fields: `${start}  code: { type: string, required: true, default: x }\n`,
    check: async () => expect(await workspace.query("SELECT code FROM items")).toEqual([{ code: "x" }]),
  },
  {
    name: "an optional field becomes required with a backfill",
    fields: start.replace("note: text", "note: { type: text, required: true, backfill: '' }"),
    check: async () => expect(await workspace.query("SELECT note FROM items")).toEqual([{ note: "" }]),
  },
  {
    name: "a wider type keeps its values",
    fields: start.replace("max: 100", "max: 200"),
    check: async () => expect(await workspace.query("SELECT name FROM items")).toEqual([{ name: "one" }]),
  },
  {
    name: "a type changes with a cast",
    fields: start.replace("amount: bigint", "amount: { type: integer, cast: { sql: amount * 2 } }"),
    check: async () => expect(await workspace.query("SELECT amount FROM items")).toEqual([{ amount: 2 }]),
  },
  {
    name: "an enum value goes where the map says",
    fields: start.replace(
      "values: [open, done], default: open",
      "values: [todo, done], default: todo, map: { open: todo }",
    ),
    check: async () => expect(await workspace.query("SELECT state FROM items")).toEqual([{ state: "todo" }]),
  },
  {
    name: "a renamed field keeps its values",
    fields: start
      .replace("note: text", "remark: { type: text, renamed_from: note }")
      .replace("name: {", "title: { renamed_from: name,"),
    check: async () => expect(await workspace.query("SELECT title FROM items")).toEqual([{ title: "one" }]),
  },
  {
    name: "a field that leaves the model stays, harmless to inserts and marked as deprecated",
    fields: start.replace(/ {2}name:.*\n/, ""),
    check: async () => {
      expect(await column("name")).toMatchObject({ is_nullable: "YES" });
      await workspace.query("INSERT INTO items (amount) VALUES (2)");
      expect(await workspace.query("SELECT name FROM items ORDER BY amount")).toEqual([
        { name: "one" },
        { name: null },
      ]);
      const [comment] = await workspace.query<{ text: string }>("SELECT col_description('items'::regclass, 2) AS text");
      expect(comment?.text).toMatch(/deprecated/i);
      // The earlier iteration requires a name: rows without one would refuse the way back.
      await workspace.query("DELETE FROM items WHERE name IS NULL");
    },
  },
];

describe("goes through", () => {
  test.each(passes)("$name", async ({ fields, check }) => {
    await workspace.writeModel(model(fields));
    const { exitCode, stderr } = await build();
    expect(exitCode, stderr).toBe(0);
    await check();
    const again = await build();
    expect(again.stderr).toContain("nothing changed");
    const back = await workspace.buildIt("rollback", "--to", "1");
    expect(back.exitCode, back.stderr).toBe(0);
  });
});

test("an entity that leaves the model keeps its table, and its rows", async () => {
  await workspace.writeModel({
    ...model(start),
    "module.yaml": "title: Shop\nsub_modules:\n  main: { title: Main, entities: [Other] }\n",
    "entities/other.yaml": "entity: Other\nfields:\n  size: integer\n",
  });
  const { exitCode, stderr } = await build();
  expect(exitCode, stderr).toBe(0);
  expect(await workspace.query("SELECT name FROM items")).toEqual([{ name: "one" }]);
});

test("a renamed entity keeps its rows", async () => {
  await workspace.writeModel({
    "module.yaml": "title: Shop\nsub_modules:\n  main: { title: Main, entities: [Thing] }\n",
    "entities/item.yaml": null,
    "entities/thing.yaml": `entity: Thing\nrenamed_from: Item\nfields:\n${start}access:\n  - { allow: all, to: signed_in }\n`,
  });
  const { exitCode, stderr } = await build();
  expect(exitCode, stderr).toBe(0);
  expect(await workspace.query("SELECT name FROM things")).toEqual([{ name: "one" }]);
});

test("a renamed entity with a renamed field goes on under both names, and the way back loses nothing", async () => {
  await workspace.writeModel({
    "module.yaml": "title: Shop\nsub_modules:\n  main: { title: Main, entities: [Thing] }\n",
    "entities/item.yaml": null,
    "entities/thing.yaml": `entity: Thing\nrenamed_from: Item\nfields:\n${start.replace("name: {", "title: { renamed_from: name,")}access:\n  - { allow: all, to: signed_in }\n`,
  });
  const { exitCode, stderr } = await build();
  expect(exitCode, stderr).toBe(0);
  await workspace.query("INSERT INTO items (name) VALUES ('by old code')");
  await workspace.query("UPDATE things SET title = 'changed' WHERE title = 'one'");
  const both = [{ name: "by old code" }, { name: "changed" }];
  expect(await workspace.query("SELECT name FROM items ORDER BY name")).toEqual(both);
  const back = await workspace.buildIt("rollback", "--to", "1");
  expect(back.exitCode, back.stderr).toBe(0);
  expect(await workspace.query("SELECT name FROM items ORDER BY name")).toEqual(both);
  const again = await build();
  expect(again.exitCode, again.stderr).toBe(0);
  expect(await workspace.query("SELECT title FROM things ORDER BY title")).toEqual(
    both.map(({ name }) => ({ title: name })),
  );
});

test("an entity that left while one like it came halts", async () => {
  await workspace.writeModel({
    "module.yaml": "title: Shop\nsub_modules:\n  main: { title: Main, entities: [Thing] }\n",
    "entities/item.yaml": null,
    "entities/thing.yaml": `entity: Thing\nfields:\n${start}access:\n  - { allow: all, to: signed_in }\n`,
  });
  const { exitCode, stderr } = await build();
  expect(exitCode, stderr).toBe(5);
  expect(stderr).toContain("database/entity_may_be_renamed");
  expect(stderr).toContain("renamed_from: Item");
  await workspace.writeModel({
    "entities/thing.yaml": `entity: Thing\nrenamed_from: null\nfields:\n${start}access:\n  - { allow: all, to: signed_in }\n`,
  });
  const said = await build();
  expect(said.exitCode, said.stderr).toBe(0);
  expect(await workspace.query("SELECT FROM things")).toEqual([]);
  expect(await workspace.query("SELECT FROM items")).toHaveLength(1);
});

test("a word that needs an extension which the server lacks halts by name", async () => {
  await workspace.writeModel(model(`${start}  place: geo\n`));
  const { exitCode, stderr } = await build();
  expect(exitCode, stderr).toBe(1);
  expect(stderr).toContain("database/extension_missing");
  expect(stderr.replaceAll(/\s+/g, " ")).toContain("does not have the extension postgis");
  expect(stderr).toContain("entities/item.yaml:7");
});

test("a word that needs an extension which the server has brings it along", async () => {
  await workspace.writeModel(model(`${start}  path: ltree\n`));
  const { exitCode, stderr } = await build();
  expect(exitCode, stderr).toBe(0);
  expect(await workspace.query("SELECT path FROM items WHERE path IS NULL OR path::text <> ''")).toEqual([
    { path: null },
  ]);
});

test("a rollback asks the rows first, in the names that they have by then, and runs nothing that they would not survive", async () => {
  const strict = `  name: { type: string, max: 10 }
  code: { type: string, required: true }
  size: integer
  state: { type: enum, values: [open, done] }
  level: { type: enum, values: [low, high], storage: native }
  number: { type: integer, unique: true }
  amount: { type: integer, min: 5 }
  ownerId: -> Item
  word: { type: string, max: 10 }
`;
  const loose = `  name: string
  code: string
  size: bigint
  state: { type: enum, values: [open, done, shut] }
  level: { type: enum, values: [low, high, top], storage: native }
  number: integer
  amount: integer
  ownerId: uuid
  word: string
`;
  await workspace.reset();
  await workspace.writeModel(model(strict));
  expect((await build()).exitCode).toBe(0);
  await workspace.query("INSERT INTO items (name, code, number, amount, word) VALUES ('one', 'a', 1, 5, 'short')");
  await workspace.writeModel(model(loose));
  const loosened = await build();
  expect(loosened.exitCode, loosened.stderr).toBe(0);
  await workspace.writeModel({
    "module.yaml": "title: Shop\nsub_modules:\n  main: { title: Main, entities: [Thing] }\n",
    "entities/item.yaml": null,
    "entities/thing.yaml": `entity: Thing\nrenamed_from: Item\nfields:\n${loose.replace("name: string", "title: { type: string, renamed_from: name }")}access:\n  - { allow: all, to: signed_in }\n`,
  });
  const renamed = await build();
  expect(renamed.exitCode, renamed.stderr).toBe(0);
  const id = "00000000-0000-4000-8000-000000000000";
  await workspace.query(`INSERT INTO things (id, title, size, state, level, number, amount, owner_id)
    VALUES ('${id}', 'longer than ten', 3000000000, 'shut', 'top', 1, 4, '${id.replaceAll("0", "1")}')`);
  const before = [await workspace.hashFiles(), await workspace.describeDatabase()];
  for (const more of [["--dry-run"], []]) {
    const { exitCode, stderr } = await workspace.buildIt("rollback", "--to", "1", ...more);
    expect([exitCode, stderr]).toEqual([5, expect.stringContaining("Nothing was rolled back")]);
    const said = stderr.replaceAll(/\s+/g, " ");
    for (const [what, rows] of [
      ["items.name changes from text to character varying(10)", 1],
      ["items.code is required now", 1],
      ["items.size changes from bigint to integer", 1],
      ["A rule of items.items_state_check", 1],
      ['items.level can be "top" no more', 1],
      ["items.number must be unique", 2],
      ["A rule of items.items_amount_range_check", 1],
      ["items.items_owner_id_fkey refers to items", 1],
    ] as const)
      expect(said).toMatch(
        new RegExp(
          `Back in iteration 1: ${what.replaceAll(/[().]/g, "\\$&")}.*?\\. ${rows} of 2 rows are in the way, for one that with id ${rows === 1 ? id : ""}`,
        ),
      );
    expect(stderr).not.toContain("items.word");
  }
  expect([await workspace.hashFiles(), await workspace.describeDatabase()]).toEqual(before);
  expect((await workspace.buildIt("rollback", "--to", "2", "--dry-run")).exitCode).toBe(0);
  await workspace.query(
    "UPDATE things SET title = 'two', code = 'b', size = 3, state = 'done', level = 'low', number = 2, amount = 5, owner_id = id WHERE code IS NULL",
  );
  const back = await workspace.buildIt("rollback", "--to", "1");
  expect(back.exitCode, back.stderr).toBe(0);
  expect(await workspace.query("SELECT name, size, level FROM items ORDER BY name")).toEqual([
    { name: "one", size: null, level: null },
    { name: "two", size: 3, level: "low" },
  ]);
});
