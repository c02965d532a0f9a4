import type { ConfiguredEntity } from "@build-it/artifacts";
import { columnId, tableId } from "@build-it/postgres-schema";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createDesignedDatabase, type DesignedDatabase } from "../../test/designed-database.ts";
import {
  allow,
  enumOf,
  keyField,
  referenceTo,
  sampleConfiguration,
  sampleEntity,
  sampleField,
  text,
} from "../../test/sample-model.ts";

let database: DesignedDatabase;
beforeEach(async () => {
  database = await createDesignedDatabase();
});
afterEach(() => database.database.drop());

const without = (entity: ConfiguredEntity, ...names: readonly string[]): ConfiguredEntity => ({
  ...entity,
  fields: entity.fields.filter(({ name }) => !names.includes(name)),
  checks: [],
  uniques: [],
  indexes: [],
});

const account = sampleEntity(
  "Account",
  [
    sampleField("name", text, { required: true }),
    sampleField(
      "phone",
      { kind: "text", format: "plain", minLength: 3 },
      { required: true, unique: true, description: "To call." },
    ),
    sampleField("rank", enumOf("rank", ["low", "high"], "native"), {
      required: true,
      default: { kind: "literal", value: "low" },
      unique: true,
    }),
    sampleField("parentId", referenceTo("Account"), { required: true }),
    sampleField("touchedAt", { kind: "datetime" }, { required: true, default: { kind: "now" } }),
  ],
  {
    checks: [{ name: "one_way_to_reach", expression: "num_nonnulls(name, phone) = 2" }],
    behaviours: { immutable: ["phone"], touchedAt: "touchedAt" },
    access: [allow("signed_in", ["read"])],
  },
);
const gone = without(account, "phone", "rank", "parentId", "touchedAt");
const later = { ...gone, behaviours: { immutable: [] } };

test("a field that leaves the model stays, harmless to those who do not know it", async () => {
  await database.become(sampleConfiguration([account]));
  const { design } = await database.become(sampleConfiguration([later]));
  expect(Object.keys(design.retained).sort()).toEqual(
    ["parent_id", "phone", "rank", "touched_at"].map((name) => columnId("public", "accounts", name)),
  );
  await database.client.query("INSERT INTO accounts (name) VALUES ('one'), ('two')");
  const { rows } = await database.client.query("SELECT name, phone, rank FROM accounts ORDER BY name");
  expect(rows).toEqual([
    { name: "one", phone: null, rank: "low" },
    { name: "two", phone: null, rank: "low" },
  ]);
  // What earlier code relies on still holds.
  const short = "INSERT INTO accounts (name, phone) VALUES ('x', '1')";
  await expect(database.client.query(short)).rejects.toThrow("accounts_phone_length_check");
  const comments = await database.client.query(
    "SELECT col_description('accounts'::regclass, 3) AS phone, col_description('accounts'::regclass, 4) AS rank",
  );
  expect(comments.rows).toEqual([{ phone: "Deprecated: To call.", rank: "Deprecated: kept for earlier iterations." }]);
});

test("a retained field asks for nothing again, and is no longer retained when it comes back", async () => {
  await database.become(sampleConfiguration([account]));
  await database.become(sampleConfiguration([later]));
  expect((await database.become(sampleConfiguration([later]))).statements).toEqual([]);
  const { design } = await database.become(sampleConfiguration([account]));
  expect(design.retained).toEqual({});
});

test("an entity that leaves the model stays with its rules, and its functions with it", async () => {
  const other = sampleEntity("Other", []);
  await database.become(sampleConfiguration([account, other]));
  await database.client.query("INSERT INTO auth.users DEFAULT VALUES");
  const { design, statements } = await database.become(sampleConfiguration([other]));
  expect(design.retained[tableId("public", "accounts")]).toEqual({ name: "accounts" });
  expect(statements).toEqual(["COMMENT ON TABLE public.accounts IS 'Deprecated: kept for earlier iterations.'"]);
  expect(await database.as("authenticated", null, "SELECT * FROM accounts")).toEqual([]);
  expect((await database.become(sampleConfiguration([other]))).statements).toEqual([]);
});

test("a table that is renamed keeps what it retains", async () => {
  await database.become(sampleConfiguration([account]));
  await database.become(sampleConfiguration([later]));
  const company = {
    ...later,
    name: "Company",
    table: "companies",
    renamedFrom: { name: "Account", schema: "public", table: "accounts" },
  };
  const { design } = await database.become(sampleConfiguration([company]));
  expect(Object.keys(design.retained)).toContain(columnId("public", "companies", "phone"));
  expect(design.enumValues).toEqual({ [columnId("public", "companies", "rank")]: ["low", "high"] });
  expect((await database.become(sampleConfiguration([company]))).statements).toEqual([]);
  await database.client.query("INSERT INTO companies (name) VALUES ('one')");
});

test("retained columns of a table with secrets stay granted as they were", async () => {
  const fields = [keyField, sampleField("pin", text, { secret: true }), sampleField("old", text)];
  const person = sampleEntity("Person", fields.slice(1), { access: [allow("signed_in", ["read", "create"])] });
  await database.become(sampleConfiguration([person]));
  await database.become(sampleConfiguration([without(person, "old")]));
  expect(await database.as("authenticated", null, "SELECT old FROM persons")).toEqual([]);
  await expect(database.as("authenticated", null, "SELECT pin FROM persons")).rejects.toThrow("permission denied");
});

test("a secret field stays secret when it leaves the model, whatever the rules become", async () => {
  const fields = [keyField, sampleField("pin", text, { secret: true }), sampleField("note", text)];
  const person = sampleEntity("Person", fields.slice(1), { access: [allow("service", ["read"])] });
  await database.become(sampleConfiguration([person]));
  await database.become(sampleConfiguration([without(person, "pin")]));
  const open = { ...without(person, "pin"), access: [allow("signed_in", ["read", "create"])] };
  await database.become(sampleConfiguration([open]));
  expect(await database.as("authenticated", null, "SELECT note FROM persons")).toEqual([]);
  await expect(database.as("authenticated", null, "SELECT pin FROM persons")).rejects.toThrow("permission denied");
});
