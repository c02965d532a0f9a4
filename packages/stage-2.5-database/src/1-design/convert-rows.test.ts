import type { ConfiguredField, FieldType, LiteralValue, ScalarType } from "@build-it/artifacts";
import { columnId } from "@build-it/postgres-schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDesignedDatabase, type DesignedDatabase } from "../../test/designed-database.ts";
import { enumOf, sampleConfiguration, sampleEntity, sampleField, text } from "../../test/sample-model.ts";
import { designSchema } from "./design-schema.ts";

let database: DesignedDatabase;
beforeAll(async () => {
  database = await createDesignedDatabase();
});
afterAll(() => database.database.drop());

const before = sampleEntity("Order", [
  sampleField("total", text),
  sampleField("status", enumOf("status", ["new", "sent", "gone"])),
]);
const after = sampleEntity("Order", [
  sampleField("total", { kind: "integer" }, { cast: { kind: "sql", expression: "nullif(total, '')::integer * 100" } }),
  sampleField("status", enumOf("status", ["new", "sent"]), { mapValues: { gone: "sent" } }),
  sampleField("code", text, {
    required: true,
    backfill: { kind: "sql", expression: "(SELECT count(*)::text FROM public.orders)" },
  }),
  sampleField("kind", text, { required: true, backfill: { kind: "literal", value: "it's old" } }),
]);

test("rows that are there come along, once", async () => {
  await database.become(sampleConfiguration([before]));
  await database.client.query("INSERT INTO orders (total, status) VALUES ('12', 'gone'), ('', 'new')");
  const { valueMaps } = await database.become(sampleConfiguration([after]));
  expect([...valueMaps]).toEqual([[columnId("public", "orders", "status"), new Map([["gone", "sent"]])]]);
  const { rows } = await database.client.query("SELECT total, status, code, kind FROM orders ORDER BY total");
  expect(rows).toEqual([
    { total: 1200, status: "sent", code: "2", kind: "it's old" },
    { total: null, status: "new", code: "2", kind: "it's old" },
  ]);
  const again = await database.become(sampleConfiguration([after]));
  expect([again.backfills.size, again.conversions.size, again.valueMaps.size, again.statements]).toEqual([0, 0, 0, []]);
});

test("rows get lists and JSON as the model writes them", async () => {
  const label: ScalarType = { kind: "text", format: "plain" };
  const entity = (fields: readonly ConfiguredField[]) =>
    sampleConfiguration([sampleEntity("Parcel", [sampleField("name", text), ...fields])]);
  const literal = (value: LiteralValue["value"]) => ({ kind: "literal", value }) as const;
  await database.become(entity([]));
  await database.client.query("INSERT INTO parcels (name) VALUES ('one')");
  await database.become(
    entity([
      sampleField("labels", { kind: "list", of: label }, { required: true, backfill: literal(["a, b", "it's"]) }),
      sampleField("marks", { kind: "list", of: label }, { required: true, backfill: literal([]) }),
      sampleField("size", { kind: "json" }, { required: true, backfill: literal({ wide: 1, "it's": [null] }) }),
      sampleField("note", { kind: "json" }, { required: true, backfill: literal("it's") }),
    ]),
  );
  const expected = { labels: ["a, b", "it's"], marks: [], size: { wide: 1, "it's": [null] }, note: "it's" };
  const { rows } = await database.client.query("SELECT labels, marks, size, note FROM parcels");
  expect(rows).toEqual([expected]);
  // A new row of earlier code, too.
  const added = await database.client.query("INSERT INTO parcels DEFAULT VALUES RETURNING labels, marks, size, note");
  expect(added.rows).toEqual([expected]);
});

test("a cast that came with its field does not count when the type changes", async () => {
  const cast = { kind: "sql", expression: "CASE WHEN label THEN 'yes' END" } as const;
  const label = (type: FieldType) => sampleConfiguration([sampleEntity("Tag", [sampleField("label", type, { cast })])]);
  await database.become(label({ kind: "integer" }));
  const { conversions } = await database.become(label({ kind: "bigint" }));
  expect(conversions.size).toBe(0);
});

test("a cast that was used does not count at the next change of the type", async () => {
  const amount = (type: FieldType, cast?: string) =>
    sampleConfiguration([
      sampleEntity("Bill", [
        sampleField("amount", type, cast === undefined ? {} : { cast: { kind: "sql", expression: cast } }),
      ]),
    ]);
  const doubled = "amount * 2";
  const column = columnId("public", "bills", "amount");
  await database.become(amount({ kind: "integer" }));
  await database.client.query("INSERT INTO bills (amount) VALUES (1)");
  await database.become(amount({ kind: "bigint" }, doubled));
  const kept = await database.become(amount({ kind: "decimal", precision: 30, scale: 2 }, doubled));
  expect(kept.conversions.size).toBe(0);
  expect((await database.client.query("SELECT amount FROM bills")).rows).toEqual([{ amount: "2.00" }]);
  // Another text is another word about the rows, and so is the same one after it was gone.
  const other = await designSchema(amount({ kind: "bigint" }, "amount * 3"), kept.design);
  expect([...other.conversions.keys()]).toEqual([column]);
  const without = await designSchema(amount({ kind: "decimal", precision: 30, scale: 2 }), kept.design);
  const again = await designSchema(amount({ kind: "bigint" }, doubled), without.design);
  expect([...again.conversions.keys()]).toEqual([column]);
});

test.each([
  ["cast", "total::integer; DROP TABLE orders"],
  ["cast", "(SELECT 1)"],
  ["backfill", "1) WHERE (true"],
] as const)("a %s that is not one expression is refused: %s", async (word, expression) => {
  const { design } = await designSchema(sampleConfiguration([before]), null);
  const source = { kind: "sql", expression } as const;
  const field =
    word === "cast"
      ? sampleField("total", { kind: "integer" }, { cast: source })
      : sampleField("total", text, { required: true, backfill: source });
  const result = await designSchema(sampleConfiguration([sampleEntity("Order", [field])]), design);
  expect(result.diagnostics).toMatchObject([{ code: "database/expression_refused", found: expression }]);
  expect([result.backfills.size, result.conversions.size]).toEqual([0, 0]);
});
