import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Configuration, ConfiguredEntity, ConfiguredField } from "@build-it/artifacts";
import { Configuration as ConfigurationSchema } from "@build-it/artifacts";
import { readModel } from "@build-it/busm";
import { afterEach, describe, expect, test } from "vitest";
import { configureModule } from "./configure-module.ts";

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

/** The configuration of the entities in these texts. */
const configure = async (texts: readonly string[], enums = "{}"): Promise<Configuration> => {
  const root = await mkdtemp(path.join(tmpdir(), "configuration-"));
  folders.push(root);
  await mkdir(path.join(root, "test/entities"), { recursive: true });
  await writeFile(path.join(root, "test/module.yaml"), "title: Test\nsub_modules: {}\n");
  await writeFile(path.join(root, "test/enums.yaml"), enums);
  for (const [index, text] of texts.entries()) await writeFile(path.join(root, `test/entities/${index}.yaml`), text);
  const { model, problems } = await readModel(root, "test");
  if (model === null) throw new Error(JSON.stringify(problems, null, 1));
  const { name, module, entities, sqlFiles } = model;
  return ConfigurationSchema.parse(
    configureModule({
      name,
      title: module.title,
      schema: "public",
      subModules: [],
      entities,
      enums: model.enums,
      sqlFiles,
    }),
  );
};

const other = "entity: Other\nkey: code\nfields:\n  code: string(8)\n  title: string\n";
const find = ({ entities }: Configuration, name: string): ConfiguredEntity => {
  const entity = entities.find((each) => each.name === name);
  if (entity === undefined) throw new Error(`no ${name}`);
  return entity;
};
const configureSample = async (lines: string, enums?: string): Promise<ConfiguredEntity> =>
  find(await configure([`entity: Sample\n${lines}`, other], enums), "Sample");
const configureField = async (text: string, enums?: string): Promise<ConfiguredField> => {
  const { fields } = await configureSample(`fields:\n  sample: ${text}\n`, enums);
  const field = fields.find(({ name }) => name === "sample");
  if (field === undefined) throw new Error("no sample");
  return field;
};

const plain = { kind: "text", format: "plain" };
const types: readonly (readonly [text: string, type: unknown])[] = [
  ["string", plain],
  ["text", plain],
  ["{ type: string, min: 2, max: 100, pattern: '^a' }", { ...plain, minLength: 2, maxLength: 100, pattern: "^a" }],
  ["email", { kind: "text", format: "email" }],
  ["{ type: integer, min: 1, max: 5 }", { kind: "integer", min: 1, max: 5 }],
  ["smallint", { kind: "smallint" }],
  ["bigint", { kind: "bigint" }],
  ["float", { kind: "float" }],
  ["decimal(10, 2)", { kind: "decimal", precision: 10, scale: 2 }],
  ["{ type: decimal, precision: 1 }", { kind: "decimal", precision: 1, scale: 1 }],
  ["money", { kind: "decimal", precision: 19, scale: 4 }],
  ["boolean", { kind: "boolean" }],
  ["datetime", { kind: "datetime" }],
  ["json", { kind: "json" }],
  ["range<date>", { kind: "range", of: "date" }],
  ["list<string>", { kind: "list", of: plain }],
  ["user", { kind: "user", onDelete: "set_null" }],
  ["{ type: user, required: true }", { kind: "user", onDelete: "restrict" }],
  ["{ type: identity, of: integer }", { kind: "identity", of: "integer", always: true }],
  [
    "{ type: identity, of: smallint, sequence: counter }",
    { kind: "identity", of: "smallint", always: true, sequence: "counter" },
  ],
  [
    "{ type: computed, of: integer, sql: 1 + 1, virtual: true }",
    { kind: "computed", of: { kind: "integer" }, expression: "1 + 1", virtual: true },
  ],
  ["{ type: user, constraint: by_whom }", { kind: "user", onDelete: "set_null", constraint: "by_whom" }],
  ["{ type: computed, of: integer, sql: 1 + 1 }", { kind: "computed", of: { kind: "integer" }, expression: "1 + 1" }],
  ["geo", { kind: "postgres", typeName: "extensions.geography(Point,4326)" }],
  ["vector(3)", { kind: "postgres", typeName: "extensions.vector(3)" }],
  ["{ type: postgres, name: macaddr }", { kind: "postgres", typeName: "macaddr" }],
  [
    "{ type: reference, to: Other, on_delete: cascade }",
    {
      kind: "reference",
      entity: "Other",
      field: "code",
      type: { ...plain, maxLength: 8 },
      onDelete: "cascade",
      onUpdate: "no_action",
      deferrable: false,
      display: "title",
    },
  ],
  [
    "{ type: enum, values: [in_use, gone] }",
    {
      kind: "enum",
      name: "SampleSample",
      storage: "check",
      typeName: "sample_sample",
      values: [
        { value: "in_use", label: "In use" },
        { value: "gone", label: "Gone" },
      ],
    },
  ],
];

test.each(types)("%s has the type that the database makes", async (text, type) => {
  expect((await configureField(text)).type).toEqual(type);
});

test("takes values and storage of a named enum", async () => {
  const { type } = await configureField(
    "{ type: enum, enum: DealStage }",
    "DealStage:\n  values: { won: Won! }\n  storage: native\n",
  );
  const values = [{ value: "won", label: "Won!" }];
  expect(type).toEqual({ kind: "enum", name: "DealStage", storage: "native", typeName: "deal_stage", values });
});

test.each([
  ["{ type: string, default: now }", { kind: "literal", value: "now" }],
  ["{ type: datetime, default: now }", { kind: "now" }],
  ["{ type: date, default: today }", { kind: "today" }],
  ["{ type: uuid, default: uuid }", { kind: "uuid" }],
  ["{ type: user, default: user }", { kind: "user" }],
  ["{ type: integer, default: 0 }", { kind: "literal", value: 0 }],
  ["{ type: list, of: string, default: [] }", { kind: "literal", value: [] }],
  ["{ type: json, default: { a: 1 } }", { kind: "literal", value: { a: 1 } }],
  ["{ type: string, default: { sql: current_user } }", { kind: "sql", expression: "current_user" }],
])("%s has the default that is meant", async (text, value) => {
  expect((await configureField(text)).default).toEqual(value);
});

describe("what a field does not say", () => {
  test("is named after it", async () => {
    const { fields } = await configureSample(
      "fields:\n  otherId: -> Other\n  websiteURL: url\n  line2: { type: string, column: Zweite }\n",
    );
    expect(fields.map(({ column, label }) => [column, label])).toEqual([
      ["id", "Id"],
      ["other_id", "Other"],
      ["website_url", "Website url"],
      ["Zweite", "Line2"],
    ]);
  });

  test.each([
    ["-> Other", true],
    ["{ type: reference, to: Other, index: false }", false],
    ["{ type: reference, to: Other, unique: true }", false],
    ["string", false],
    ["{ type: string, index: true }", true],
    ["user", true],
    ["search", true],
    ["{ type: user, index: false }", false],
  ])("is its index: %s", async (text, index) => {
    expect((await configureField(text)).index).toBe(index);
  });

  test("is where values come from when they move", async () => {
    const field = await configureField(
      "{ type: integer, backfill: 0, cast: { sql: old::integer }, renamed_from: oldName }",
    );
    expect(field.backfill).toEqual({ kind: "literal", value: 0 });
    expect(field.cast).toEqual({ kind: "sql", expression: "old::integer" });
    expect(field.renamedFrom).toEqual({ name: "oldName", column: "old_name" });
  });

  test("is unique within a scope, as a unique of the entity", async () => {
    const entity = await configureSample(
      "fields:\n  a: string\n  b: { type: string, unique: { scope: [a], nulls: equal, where: b <> '' } }\n",
    );
    expect(entity.fields.map(({ unique }) => unique)).toEqual([false, false, false]);
    expect(entity.uniques).toMatchObject([{ fields: ["a", "b"], nullsEqual: true, where: "b <> ''" }]);
  });
});

test.each([
  ["Person", "people"],
  ["InvoiceLine", "invoice_lines"],
  ["Address", "addresses"],
  ["Status", "statuses"],
  ["Company", "companies"],
  ["News", "news"],
])("%s has the table %s", async (name, table) => {
  expect(find(await configure([`entity: ${name}\nfields: {}\n`]), name).table).toBe(table);
});

test("makes fields and behaviours out of mixins", async () => {
  const { fields, behaviours } = await configureSample(
    "mixins: [audit, owned, tenant, soft_delete]\nfields:\n  name: { type: string, immutable: true }\n",
  );
  expect(fields.map(({ column, origin, required }) => `${column} ${origin} ${required}`)).toEqual([
    "id key true",
    "name model false",
    "created_at timestamps true",
    "updated_at timestamps true",
    "deleted_at soft_delete false",
    "owner_id owned false",
    "tenant_id tenant true",
    "created_by audit false",
    "updated_by audit false",
  ]);
  expect(behaviours).toEqual({
    touchedAt: "updatedAt",
    touchedBy: "updatedBy",
    softDelete: "deletedAt",
    owner: "ownerId",
    tenant: "tenantId",
    immutable: ["name", "createdAt", "tenantId", "createdBy"],
  });
});

test("makes a list of conditions out of an access rule", async () => {
  const { access } = await configureSample(
    "owner: by\nfields: { by: user, size: integer, state: string }\naccess:\n" +
      "  - { allow: all, to: owner }\n" +
      "  - { allow: read, to: anyone, when: { by: $user, size: { gt: 1, lte: 9 }, state: null } }\n" +
      "  - { allow: [create], to: signed_in, check: { state: { in: [a, b] }, by: { is_null: false } } }\n",
  );
  expect(access.map(({ source: _, ...rule }) => rule)).toEqual([
    { allow: ["create", "read", "update", "delete"], to: "owner", when: [] },
    {
      allow: ["read"],
      to: "anyone",
      when: [
        { field: "by", operator: "is_user" },
        { field: "size", operator: "lte", value: 9 },
        { field: "size", operator: "gt", value: 1 },
        { field: "state", operator: "is_null" },
      ],
    },
    {
      allow: ["create"],
      to: "signed_in",
      when: [],
      check: [
        { field: "state", operator: "in", value: ["a", "b"] },
        { field: "by", operator: "is_not_null" },
      ],
    },
  ]);
});

test("lists the extensions that words of the model need, with where they are needed", async () => {
  const { extensions } = await configure([
    "entity: A\nfields:\n  a: vector(3)\n  b: { type: list, of: citext }\n  c: { type: postgres, name: ltree, extension: ltree }\n",
    "entity: B\nfields:\n  a: geo\n  b: vector(9)\n",
  ]);
  expect(extensions.map(({ name, neededBy, source }) => [name, neededBy, source?.line])).toEqual([
    ["citext", "A.b", 4],
    ["ltree", "A.c", 5],
    ["postgis", "B.a", 3],
    ["vector", "A.a", 3],
  ]);
});

test("resolves a reference to a key that is itself a reference", async () => {
  const configuration = await configure(
    [
      "entity: Profile\nkey: personId\nfields:\n  personId: -> Person\n",
      "entity: Person\nkey: number\nfields:\n  number: identity\n",
      "entity: Photo\nfields:\n  profileId: -> Profile\n",
    ].map((text) => text.replace("number: identity", "number: { type: identity }")),
  );
  expect(find(configuration, "Photo").fields[1]?.type).toMatchObject({ field: "personId", type: { kind: "bigint" } });
});

test("keeps the names and the forms that the database has already", async () => {
  const { fields, keyName, access, accessInSql, indexes } = await configureSample(
    "key_name: PK_Sample\naccess: sql\nindexes: [{ on: [at], unique: true, name: once }]\n" +
      "fields:\n  at: { type: datetime, stored_as: timestamp without time zone }\n",
  );
  expect([keyName, access, accessInSql]).toEqual(["PK_Sample", [], true]);
  expect(indexes).toMatchObject([{ name: "once", unique: true }]);
  expect(fields[1]).toMatchObject({ type: { kind: "datetime" }, storedAs: "timestamp without time zone" });
});

test("stores a reference as the key that it leads to", async () => {
  const configuration = await configure([
    "entity: Country\nkey: code\nfields:\n  code: { type: string, stored_as: character(2) }\n",
    "entity: City\nkey: countryId\nfields:\n  countryId: -> Country\n",
    "entity: Street\nfields:\n  cityId: { type: reference, to: City, constraint: FK_Street_City }\n",
  ]);
  const [, reference] = find(configuration, "Street").fields;
  expect(reference).toMatchObject({ storedAs: "character(2)", type: { constraint: "FK_Street_City" } });
});

test("keeps the name of a native enum's type", async () => {
  const { type } = await configureField(
    "{ type: enum, enum: Mood }",
    "Mood:\n  values: [calm]\n  storage: native\n  type: _moods\n",
  );
  expect(type).toMatchObject({ typeName: "_moods" });
});

test.each([
  ["Mood", { name: "Mood", typeName: "mood" }],
  ["{ name: Mood, type: _moods }", { name: "Mood", typeName: "_moods" }],
])("keeps the former name of a shared enum and of its type: %s", async (says, renamedFrom) => {
  const { type } = await configureField(
    "{ type: enum, enum: Feeling }",
    `Feeling:\n  values: [calm]\n  storage: native\n  renamed_from: ${says}\n`,
  );
  expect(type).toMatchObject({ typeName: "feeling", renamedFrom });
});

test("keeps the former names of a renamed entity", async () => {
  const { renamedFrom } = await configureSample("renamed_from: Person\nschema: sales\nfields: {}\n");
  expect(renamedFrom).toEqual({ name: "Person", schema: "sales", table: "people" });
});

test("does not depend on the order of the files", async () => {
  const texts = [other, "entity: A\nfields:\n  otherId: -> Other\n", "entity: B\nfields:\n  aId: -> A\n  point: geo\n"];
  const withoutFiles = (configuration: Configuration) =>
    JSON.stringify(configuration).replace(/"file":"[^"]*"/g, '"file":""');
  expect(withoutFiles(await configure([...texts].reverse()))).toBe(withoutFiles(await configure(texts)));
});
