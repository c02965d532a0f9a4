import type { ConfiguredEntity, ConfiguredField } from "@build-it/artifacts";
import { columnId, type ObjectId, objectId } from "@build-it/postgres-schema";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { enumOf, referenceTo, sampleConfiguration, sampleEntity, sampleField, text } from "../../test/sample-model.ts";
import { createSequenceOfDesigns, type SequenceOfDesigns } from "../../test/sequence-of-designs.ts";

/** What is renamed stays what it is, with its rows, whatever it was called before and will be called later. */

let database: SequenceOfDesigns;
beforeEach(async () => {
  database = await createSequenceOfDesigns();
});
afterEach(() => database.drop());

const rows = async (query: string): Promise<readonly unknown[]> => (await database.client.query(query)).rows;
const become = (
  fields: readonly ConfiguredField[],
  rest: Partial<ConfiguredEntity> = {},
  retired: readonly ObjectId[] = [],
) => database.become(sampleConfiguration([sampleEntity("Item", fields, rest)]), retired);
const renamed = (field: ConfiguredField, column: string): ConfiguredField => ({
  ...field,
  name: column,
  column,
  renamedFrom: { name: field.name, column: field.column },
});
const plain = ({ renamedFrom: _, ...field }: ConfiguredField): ConfiguredField => field;

const a = sampleField("a", text);
const b = renamed(a, "b");
const c = renamed(b, "c");
const other = sampleField("other", text);
const columnOfItems = (name: string): ObjectId => columnId("public", "items", name);
const things: Partial<ConfiguredEntity> = {
  name: "Thing",
  table: "things",
  renamedFrom: { name: "Item", schema: "public", table: "items" },
};

describe("renamed_from", () => {
  test("may stay in the model, whatever comes after, and may go from it", async () => {
    await become([a]);
    await rows("INSERT INTO items (a) VALUES ('kept')");
    await become([b]);
    expect((await become([b, other])).renames).toEqual([]);
    expect((await become([b, other], {}, [columnOfItems("a")])).renames).toEqual([]);
    expect((await become([b])).renames).toEqual([]);
    expect((await become([plain(b)])).renames).toEqual([]);
    expect((await become([c])).renames).toMatchObject([{ from: "b", to: "c" }]);
    expect((await become([plain(c)])).renames).toEqual([]);
    expect(await rows("SELECT b, c FROM items")).toEqual([{ b: "kept", c: "kept" }]);
  });

  test("takes the name of a table back that it had first", async () => {
    const back: Partial<ConfiguredEntity> = { renamedFrom: { name: "Thing", schema: "public", table: "things" } };
    await become([a]);
    await rows("INSERT INTO items (a) VALUES ('kept')");
    await become([b], things);
    const { renames } = await become([renamed(b, "a")], back);
    expect(renames).toMatchObject([
      { kind: "table", from: "things", to: "items" },
      { kind: "column", from: "b", to: "a" },
    ]);
    expect(await rows("SELECT a, b FROM items JOIN (SELECT id FROM things) AS old USING (id)")).toEqual([
      { a: "kept", b: "kept" },
    ]);
  });

  test("of what was there before is refused: one of the two would be left out", async () => {
    await become([a, other]);
    await expect(become([{ ...other, renamedFrom: { name: "a", column: "a" } }])).rejects.toThrow(
      "Item.other itself was there before",
    );
  });

  test("leads a reference along, with its key, its index and its rows", async () => {
    const parent = sampleField("parentId", referenceTo("Item"));
    await become([a, parent]);
    await rows(
      "INSERT INTO items (a) VALUES ('parent'); INSERT INTO items (a, parent_id) SELECT 'child', id FROM items",
    );
    await become([a, renamed(parent, "above_id")]);
    const children = "SELECT c.a FROM items c JOIN items p ON p.id = ";
    for (const name of ["parent_id", "above_id"]) {
      expect(await rows(`${children} c.${name}`)).toEqual([{ a: "child" }]);
      await expect(rows(`UPDATE items SET ${name} = gen_random_uuid()`)).rejects.toThrow("items_above_id_fkey");
    }
    expect(await rows("SELECT indexname FROM pg_indexes WHERE indexname ~ 'above_id'")).toHaveLength(1);
  });
});

describe("a name that was given up", () => {
  test("is another field's only after it is retired, and then has none of the values", async () => {
    await become([a]);
    await rows("INSERT INTO items (a) VALUES ('kept')");
    await become([b]);
    await expect(become([plain(b), a])).rejects.toThrow("takes a name that items.b had before");
    await become([b], {}, [columnOfItems("a")]);
    await become([plain(b), a]);
    expect(await rows("SELECT a, b FROM items")).toEqual([{ a: null, b: "kept" }]);
    await become([plain(b), renamed(a, "d")]);
    await rows("UPDATE items SET a = 'of old code'");
    expect(await rows("SELECT b, d FROM items")).toEqual([{ b: "kept", d: "of old code" }]);
  });

  test("is another entity's only after it is retired", async () => {
    const thing = sampleEntity("Thing", [a], things);
    const { renamedFrom: _, ...settled } = thing;
    await become([a]);
    await rows("INSERT INTO items (a) VALUES ('kept')");
    await database.become(sampleConfiguration([thing]));
    await expect(database.become(sampleConfiguration([settled, sampleEntity("Item", [a])]))).rejects.toThrow(
      "takes a name that things had before",
    );
    await database.become(sampleConfiguration([thing]), [objectId("view", "public", "items")]);
    await database.become(sampleConfiguration([settled, sampleEntity("Item", [a])]));
    expect([await rows("SELECT a FROM things"), await rows("SELECT a FROM items")]).toEqual([[{ a: "kept" }], []]);
  });
});

describe("an enum with a type of its own", () => {
  const mood = (entity: string) => sampleField("mood", enumOf(`${entity}Mood`, ["calm", "cross"], "native"));

  test("keeps it under the name that earlier code casts to, when its entity or its field is renamed", async () => {
    const temper = {
      ...renamed(mood("Thing"), "temper"),
      type: enumOf("ThingTemper", ["calm", "cross", "wild"], "native"),
    };
    await become([mood("Item")]);
    await rows("INSERT INTO items (mood) VALUES ('cross')");
    await become([mood("Thing")], things);
    await become([temper], things);
    await become([plain(temper), other], things);
    await rows(
      `INSERT INTO items (mood) VALUES ('calm'::"ItemMood"); UPDATE things SET temper = 'wild' WHERE temper = 'calm'`,
    );
    expect(await rows("SELECT mood, temper FROM things ORDER BY temper")).toEqual([
      { mood: "cross", temper: "cross" },
      { mood: "wild", temper: "wild" },
    ]);
    expect(await rows("SELECT typname FROM pg_type WHERE typtype = 'e'")).toEqual([{ typname: "ItemMood" }]);
  });
});

test("a type may change its name again, and say so for ever, in each schema that it is in", async () => {
  const mood = (name: string, from?: string, storage: "check" | "native" = "native") =>
    sampleField("mood", {
      ...enumOf(name, ["calm", "cross"], storage),
      ...(from === undefined ? {} : { renamedFrom: { name: from, typeName: from } }),
    });
  const both = (field: ConfiguredField) =>
    database.become(
      sampleConfiguration([
        sampleEntity("Item", [{ ...field, default: { kind: "literal", value: "calm" } }]),
        sampleEntity("Sale", [sampleField("moods", { kind: "list", of: field.type as never })], { schema: "sales" }),
      ]),
    );
  await both(mood("mood"));
  await rows("INSERT INTO items (mood) VALUES ('cross'); INSERT INTO sales.sales (moods) VALUES ('{calm,cross}')");
  const { renames } = await both(mood("feeling", "mood"));
  expect(renames).toMatchObject([
    { kind: "enum", schema: "public", from: "mood", to: "feeling" },
    { kind: "enum", schema: "sales", from: "mood", to: "feeling" },
  ]);
  expect((await both(mood("feeling", "mood"))).renames).toEqual([]);
  expect((await both(mood("humour", "feeling"))).renames).toHaveLength(2);
  expect((await both(mood("mood", "humour"))).renames).toHaveLength(2);
  expect(await rows("SELECT mood, moods, pg_typeof(mood)::text AS type FROM items, sales.sales")).toEqual([
    { mood: "cross", moods: "{calm,cross}", type: "mood" },
  ]);
});
