import { columnId, objectsOfKind } from "@build-it/postgres-schema";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createDesignedDatabase, type DesignedDatabase } from "../../test/designed-database.ts";
import {
  allow,
  enumOf,
  referenceTo,
  sampleConfiguration,
  sampleEntity,
  sampleField,
  text,
} from "../../test/sample-model.ts";
import { Design } from "./design.ts";
import { designSchema } from "./design-schema.ts";

let database: DesignedDatabase;
beforeEach(async () => {
  database = await createDesignedDatabase();
});
afterEach(() => database.database.drop());

const account = sampleEntity("Account", [
  sampleField("name", { kind: "text", format: "plain", maxLength: 100, minLength: 1 }, { required: true }),
  sampleField("type", enumOf("account_type", ["customer", "partner's"]), {
    required: true,
    default: { kind: "literal", value: "customer" },
  }),
  sampleField("status", enumOf("account_status", ["active", "inactive"], "native")),
]);

test("builds every type of field on a real server", async () => {
  const everything = sampleEntity("Thing", [
    sampleField("email", { kind: "text", format: "email" }, { unique: true }),
    sampleField("slug", { kind: "text", format: "slug", pattern: "^[a-z'-]+$" }),
    sampleField("small", { kind: "smallint", min: 0, max: 9 }),
    sampleField("big", { kind: "bigint" }, { default: { kind: "literal", value: 12 } }),
    sampleField("price", { kind: "decimal", precision: 12, scale: 2, min: -1.5 }),
    sampleField("ratio", { kind: "float" }),
    sampleField("open", { kind: "boolean" }, { required: true, default: { kind: "literal", value: false } }),
    sampleField("day", { kind: "date" }, { default: { kind: "today" } }),
    sampleField("hour", { kind: "time" }, { default: { kind: "now" } }),
    sampleField("moment", { kind: "datetime" }, { default: { kind: "now" } }),
    sampleField("length", { kind: "duration" }, { default: { kind: "literal", value: "1 hour" } }),
    sampleField("settings", { kind: "json" }, { index: true, default: { kind: "literal", value: { it: "isn't" } } }),
    sampleField("blob", { kind: "bytes" }),
    sampleField("address", { kind: "ip" }, { index: true }),
    sampleField(
      "search",
      { kind: "computed", expression: "to_tsvector('english', coalesce(email, ''))", of: { kind: "search" } },
      { index: true },
    ),
    sampleField("period", { kind: "range", of: "datetime" }, { index: true }),
    sampleField(
      "tags",
      { kind: "list", of: { kind: "text", format: "plain" } },
      { default: { kind: "literal", value: ["a", "b'"] } },
    ),
    sampleField("none", { kind: "list", of: { kind: "integer", min: 0 } }, { default: { kind: "literal", value: [] } }),
    sampleField("moods", { kind: "list", of: enumOf("mood", ["good", "bad"], "native") }),
    sampleField("colors", { kind: "list", of: enumOf("color", ["red", "blue"]) }),
    sampleField("ownerId", { kind: "user", onDelete: "set_null" }, { default: { kind: "user" } }),
    sampleField("tenantId", { kind: "uuid" }, { default: { kind: "tenant" } }),
    sampleField("number", { kind: "identity", of: "bigint", always: true }, { unique: true }),
    sampleField("lower", {
      kind: "computed",
      expression: "lower(email) || '!'",
      of: { kind: "text", format: "plain" },
    }),
    sampleField("code", text, { default: { kind: "sql", expression: "'x' = 'y' OR true" } }),
    sampleField("bits", { kind: "postgres", typeName: "bit varying(5)" }),
  ]);
  const { statements } = await database.become(sampleConfiguration([everything]));
  expect(statements.length).toBeGreaterThan(3);
  await database.client.query("INSERT INTO things (email) VALUES ('a@b.c')");
  const { rows } = await database.client.query("SELECT tags, none, settings, code, lower, number FROM things");
  expect(rows).toEqual([
    { tags: ["a", "b'"], none: [], settings: { it: "isn't" }, code: "true", lower: "a@b.c!", number: "1" },
  ]);
  for (const wrong of [
    "(email) VALUES ('nobody')",
    "(small) VALUES (10)",
    "(colors) VALUES ('{green}')",
    "(none) VALUES ('{-1}')",
  ])
    await expect(database.client.query(`INSERT INTO things ${wrong}`)).rejects.toThrow("violates check");
});

test("the same model again asks for nothing", async () => {
  const first = await database.become(sampleConfiguration([account]));
  expect(Design.parse(JSON.parse(JSON.stringify(first.design)))).toEqual(first.design);
  expect((await database.become(sampleConfiguration([account]))).statements).toEqual([]);
});

test("names constraints as PostgreSQL does", async () => {
  const contact = sampleEntity("Contact", [
    sampleField("accountId", referenceTo("Account"), { required: true }),
    sampleField("email", text, { unique: true }),
    sampleField("status", enumOf("contact_status", ["new"])),
  ]);
  const { schema } = await designSchema(sampleConfiguration([account, contact]), null);
  const names = [...schema.objects.values()].flatMap((object) =>
    "table" in object && object.table === "contacts" && "name" in object && object.kind !== "column"
      ? [object.name]
      : [],
  );
  expect(names.sort()).toEqual([
    "contacts_account_id_fkey",
    "contacts_account_id_idx",
    "contacts_email_key",
    "contacts_pkey",
    "contacts_status_check",
  ]);
});

test("gives each object a name of its own where two would have one", async () => {
  const one = sampleEntity("One", [sampleField("bC", text, { index: true })], { table: "a" });
  const two = sampleEntity("Two", [sampleField("c", text, { index: true })], { table: "a_b" });
  const { schema } = await database.become(sampleConfiguration([one, two]));
  expect(objectsOfKind(schema, "index").map(({ name }) => name)).toEqual(["a_b_c_idx", "a_b_c_idx1"]);
});

test("references may go round in a circle, to themselves, and into another schema", async () => {
  const a = sampleEntity("Alpha", [
    sampleField("betaId", referenceTo("Beta")),
    sampleField("parentId", referenceTo("Alpha")),
  ]);
  const b = sampleEntity("Beta", [sampleField("alphaId", referenceTo("Alpha"))], { schema: "other" });
  const { schema } = await database.become(sampleConfiguration([a, b]));
  expect(objectsOfKind(schema, "foreign_key")).toHaveLength(3);
});

test("a key of several fields is one key, and its first column needs no index of its own", async () => {
  const membership = sampleEntity(
    "Membership",
    [
      sampleField("accountId", referenceTo("Account"), { required: true }),
      sampleField("userId", { kind: "user", onDelete: "cascade" }, { required: true }),
    ],
    { key: ["accountId", "userId"] },
  );
  const without = { ...membership, fields: membership.fields.filter(({ name }) => name !== "id") };
  const { schema } = await database.become(sampleConfiguration([account, without]));
  expect(objectsOfKind(schema, "index").map(({ name }) => name)).toEqual(["memberships_user_id_idx"]);
});

const hostile = `'; DROP TABLE "accounts"; -- $$ é %s \\ (x.y:z/) *`;

test("hostile names and values stay names and values", async () => {
  const entity = sampleEntity(
    hostile,
    [
      sampleField("owner", { kind: "user", onDelete: "cascade" }, { column: `${hostile}1`, immutable: true }),
      sampleField("kind", enumOf(`${hostile}2`, [hostile, "select"], "native"), {
        column: "select",
        default: { kind: "literal", value: hostile },
        description: hostile,
      }),
      sampleField("stored", enumOf("x", [hostile]), { column: `${hostile}3`, secret: true }),
      sampleField("touched", { kind: "datetime" }, { column: `${hostile}4`, index: true }),
      sampleField("deleted", { kind: "datetime" }, { column: `${hostile}5` }),
    ],
    {
      schema: `${hostile}0`,
      table: hostile,
      description: hostile,
      access: [
        allow("owner", ["read", "update", "delete"], { when: [{ field: "stored", operator: "eq", value: hostile }] }),
        allow("anyone", ["create"]),
      ],
      behaviours: { immutable: ["owner"], touchedAt: "touched", softDelete: "deleted", owner: "owner" },
      uniques: [{ fields: ["kind", "stored"], nullsEqual: true }],
    },
  );
  await database.become(sampleConfiguration([entity, account]));
  const table = `"${hostile.replaceAll('"', '""')}0"."${hostile.replaceAll('"', '""')}"`;
  await database.client.query(`INSERT INTO ${table} DEFAULT VALUES`);
  const { rows } = await database.client.query(`SELECT "select" AS value FROM ${table}`);
  expect(rows).toEqual([{ value: hostile }]);
});

test.each<readonly [string, Partial<typeof account>]>([
  ["a check", { checks: [{ name: "c", expression: "true) ; DROP TABLE x; --" }] }],
  [
    "an index",
    { indexes: [{ on: [{ expression: "lower(name), 1", descending: false }], method: "btree", include: [] }] },
  ],
  ["a partial unique", { uniques: [{ fields: ["name"], where: "1 = 1; --", nullsEqual: false }] }],
])("SQL in %s that is not one expression is refused with its place", async (_, rest) => {
  const source = { file: "busm/crm/entities/account.yaml", line: 3, column: 5 };
  const entity = { ...account, ...rest, source };
  const { diagnostics, schema } = await designSchema(sampleConfiguration([entity]), null);
  expect(diagnostics).toMatchObject([{ code: "database/expression_refused", location: source }]);
  expect(JSON.stringify([...schema.objects])).not.toMatch(/DROP|1 = 1|, 1/);
});

test("what is proven once is not parsed again", async () => {
  const entity = { ...account, checks: [{ name: "c", expression: "name <> ''" }] };
  const first = await designSchema(sampleConfiguration([entity]), null);
  const again = await designSchema(sampleConfiguration([entity]), first.design);
  expect(again.design).toEqual(first.design);
  expect(objectsOfKind(first.schema, "check").find(({ name }) => name === "c")?.dependsOn).toEqual([
    columnId("public", "accounts", "name"),
  ]);
});

test("a column that is granted by itself stays granted under its new name", async () => {
  const rest = { access: [allow("signed_in", ["read"])] };
  const pin = sampleField("pin", text, { secret: true });
  await database.become(sampleConfiguration([sampleEntity("Person", [pin, sampleField("name", text)], rest)]));
  const title = sampleField("title", text, { renamedFrom: { name: "name", column: "name" } });
  const { statements } = await database.become(sampleConfiguration([sampleEntity("Person", [pin, title], rest)]));
  expect(statements[0]).toBe("ALTER TABLE public.persons RENAME COLUMN name TO title");
  expect(await database.as("authenticated", null, "SELECT title, name FROM persons")).toEqual([]);
  await expect(database.as("authenticated", null, "SELECT pin FROM persons")).rejects.toThrow("permission denied");
});

test("a table and a column are renamed once, and the line may stay", async () => {
  await database.become(sampleConfiguration([account]));
  const company = {
    ...account,
    name: "Company",
    table: "companies",
    renamedFrom: { name: "Account", schema: "public", table: "accounts" },
    fields: account.fields.map((field) =>
      field.name === "name"
        ? { ...field, name: "title", column: "title", renamedFrom: { name: "name", column: "name" } }
        : field,
    ),
  };
  await database.client.query("INSERT INTO accounts (name) VALUES ('Ann')");
  const { renames, design } = await database.become(sampleConfiguration([company]));
  expect(renames).toHaveLength(2);
  expect(Object.keys(design.retained)).toEqual(["column:public.companies.name", "view:public.accounts"]);
  expect((await database.client.query("SELECT title FROM companies")).rows).toEqual([{ title: "Ann" }]);
  expect((await database.become(sampleConfiguration([company]))).statements).toEqual([]);
});
