import { Configuration, type ConfiguredEntity, type ConfiguredField, type TableDeclaration } from "@build-it/artifacts";
import type { StageContext } from "@build-it/stage-contract";
import { describe, expect, test } from "vitest";
import { viewForgeStage } from "./stage.ts";

const context: StageContext = {
  runId: "test",
  environment: { name: "development", apply: "auto" },
  signal: new AbortController().signal,
  now: () => new Date(0),
  emit: () => {},
  decide: async (question) => question.unattended,
};

const text = { kind: "text", format: "plain" } as const;

const field = (
  name: string,
  type: ConfiguredField["type"] = text,
  options: Partial<ConfiguredField> = {},
): ConfiguredField => ({
  name,
  column: name,
  label: `The ${name}`,
  type,
  required: false,
  unique: false,
  index: false,
  immutable: false,
  readonly: false,
  secret: false,
  searchable: false,
  deprecated: false,
  origin: "model",
  ...options,
});

const id = field("id", { kind: "uuid" }, { required: true, origin: "key", default: { kind: "uuid" } });

const entity = (
  name: string,
  fields: readonly ConfiguredField[],
  options: Partial<ConfiguredEntity> = {},
): ConfiguredEntity => ({
  name,
  label: name,
  pluralLabel: `${name}s`,
  schema: "public",
  table: name.toLowerCase(),
  display: "name",
  key: ["id"],
  fields: [id, ...fields],
  uniques: [],
  indexes: [],
  checks: [],
  access: [{ allow: ["create", "read", "update", "delete"], to: "signed_in", when: [] }],
  behaviours: { immutable: [] },
  ...options,
});

const configurationOf = (...entities: ConfiguredEntity[]): Configuration =>
  Configuration.parse({
    module: { name: "test", title: "Test" },
    subModules: [{ name: "all", title: "All", entities: entities.map(({ name }) => name) }],
    entities,
    extensions: [],
    sqlFiles: [],
  });

const tableOf = ({ schema, table, fields }: ConfiguredEntity): TableDeclaration => ({
  schema,
  name: table,
  kind: "table",
  primaryKey: ["id"],
  deprecated: false,
  columns: fields.map(({ column, required, default: value }) => ({
    name: column,
    postgresType: "text",
    selectType: "string",
    insertType: "string",
    nullable: !required,
    hasDefault: value !== undefined,
    generated: false,
    deprecated: false,
  })),
});

const forge = async (...entities: ConfiguredEntity[]) => {
  const result = await viewForgeStage.run(
    { configuration: configurationOf(...entities), tables: entities.map(tableOf) },
    context,
  );
  if (result.status === "halted") throw new Error(JSON.stringify(result.diagnostics));
  return { views: result.artifact.entities, diagnostics: result.diagnostics };
};

const viewsOf = async (...entities: [ConfiguredEntity, ...ConfiguredEntity[]]) => {
  const { views } = await forge(...entities);
  const own = views.find((view) => view.entity === entities[0].name);
  if (own === undefined) throw new Error("no views");
  return own;
};

const names = (fields: readonly { readonly column: string }[]): readonly string[] => fields.map(({ column }) => column);

describe("what is shown", () => {
  test("a form leaves out what the database fills in, what nobody may see and what is on its way out", async () => {
    const views = await viewsOf(
      entity("Account", [
        field("name", text, { required: true }),
        field("total", { kind: "computed", expression: "1", of: { kind: "integer" } }),
        field("number", { kind: "identity", of: "bigint", always: true }),
        field("status", text, { readonly: true }),
        field("password", text, { secret: true }),
        field("old", text, { deprecated: true }),
        field("photo", { kind: "bytes" }),
        field("created_at", { kind: "datetime" }, { origin: "timestamps" }),
      ]),
    );
    expect(names(views.form.fields)).toEqual(["name"]);
    expect(names(views.detail.fields)).toEqual(["name", "total", "number", "status", "created_at"]);
  });

  test("a list begins with the name, holds six short fields at most and no long ones", async () => {
    const fields = [
      field("notes", { kind: "text", format: "markdown" }),
      field("settings", { kind: "json" }),
      ...["a", "b", "c", "d", "e", "f", "g"].map((name) => field(name, { kind: "integer" })),
      field("name"),
    ];
    expect(names((await viewsOf(entity("Account", fields))).list.columns)).toEqual(["name", "a", "b", "c", "d", "e"]);
  });

  test("a search looks where the model says, or else at the name and the short texts", async () => {
    const fields = (searchable: boolean) => [field("name"), field("city"), field("code", text, { searchable })];
    expect((await viewsOf(entity("A", fields(true)))).list.searchColumns).toEqual(["code"]);
    expect((await viewsOf(entity("A", fields(false)))).list.searchColumns).toEqual(["name", "city", "code"]);
  });

  test("a key that people choose is listed, entered and fixed; one that is made up is not shown", async () => {
    const code = field("code", text, { required: true, origin: "key" });
    const natural = await viewsOf(entity("Country", [field("name")], { key: ["code"], fields: [code, field("name")] }));
    expect(names(natural.form.fields)).toEqual(["code", "name"]);
    expect(names(natural.list.columns)).toEqual(["name", "code"]);
    const made = await viewsOf(entity("Account", [field("name")]));
    expect(names([...made.list.columns, ...made.detail.fields, ...made.form.fields])).not.toContain("id");
  });

  test("a limit, a default and the choices come with the field", async () => {
    const status = {
      kind: "enum",
      name: "status",
      storage: "check",
      typeName: "status",
      values: [{ value: "open", label: "Still open" }],
    } as const;
    const views = await viewsOf(
      entity("Account", [
        field("name", { ...text, maxLength: 80 }),
        field("status", { ...status, values: [...status.values] }, { default: { kind: "literal", value: "open" } }),
        field("size", { kind: "integer", min: 1, max: 5 }, { immutable: true }),
      ]),
    );
    expect(views.form.fields).toMatchObject([
      { widget: "text", maxLength: 80 },
      { widget: "select", options: [{ value: "open", label: "Still open" }], initial: "open" },
      { widget: "number", min: 1, max: 5, immutable: true },
    ]);
  });
});

describe("references", () => {
  const reference = (display?: string): ConfiguredField["type"] => ({
    kind: "reference",
    entity: "Account",
    field: "id",
    type: { kind: "uuid" },
    onDelete: "restrict",
    onUpdate: "no_action",
    deferrable: false,
    ...(display === undefined ? {} : { display }),
  });
  const account = entity("Account", [field("name"), field("code")]);

  test("are shown by what the other row is called, and listed on its page", async () => {
    const contact = entity("Contact", [field("name"), field("account_id", reference())]);
    const { views } = await forge(account, contact);
    expect(views[1]?.form.fields[1]).toMatchObject({
      widget: "reference",
      reference: { entity: "Account", keyColumn: "id", displayColumn: "name" },
    });
    expect(views[0]?.detail.related).toEqual([
      { entity: "Contact", table: "contact", column: "account_id", label: "Contacts" },
    ]);
  });

  test("that are two to the same entity are told apart", async () => {
    const deal = entity("Deal", [field("name"), field("buyer", reference("code")), field("seller", reference())]);
    const { views } = await forge(account, deal);
    expect(views[0]?.detail.related.map(({ label }) => label)).toEqual(["Deals (The buyer)", "Deals (The seller)"]);
    expect(views[1]?.form.fields[1]?.reference?.displayColumn).toBe("code");
  });

  test("to an entity that no sub-module selects are plain values", async () => {
    const contact = entity("Contact", [field("name"), field("account_id", reference())]);
    const configuration = configurationOf(account, contact);
    const only = { ...configuration, subModules: [{ name: "all", title: "All", entities: ["Contact"] }] };
    const result = await viewForgeStage.run({ configuration: only, tables: [tableOf(contact)] }, context);
    if (result.status === "halted") throw new Error("halted");
    expect(names(result.artifact.entities.map(({ entity }) => ({ column: entity })))).toEqual(["Contact"]);
    expect(result.artifact.entities[0]?.form.fields[1]).toMatchObject({ widget: "text" });
  });
});

describe("what may be done", () => {
  test("follows from the rules for people; those for programs do not count", async () => {
    const views = await viewsOf(
      entity("Account", [field("name")], {
        access: [
          { allow: ["read", "update"], to: "owner", when: [] },
          { allow: ["create", "delete"], to: "service", when: [] },
        ],
      }),
    );
    expect(views.form).toMatchObject({ canCreate: false, canUpdate: true, canDelete: false });
  });

  test("there is no form for new rows that the database would refuse, and a warning says why", async () => {
    const fields = [field("name"), field("needed", text, { required: true, readonly: true })];
    const { views, diagnostics } = await forge(entity("Account", fields));
    expect(views[0]?.form.canCreate).toBe(false);
    expect(diagnostics.map(({ code }) => code)).toEqual(["viewforge/cannot_be_created"]);
  });

  test("an entity that nobody may read is mentioned", async () => {
    const { diagnostics } = await forge(entity("Account", [field("name")], { access: [] }));
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([["viewforge/not_readable", "note"]]);
  });
});

describe("what the database does not have", () => {
  const account = entity("Account", [field("name"), field("phone")]);
  const halt = async (tables: TableDeclaration[], of = account) =>
    viewForgeStage.run({ configuration: configurationOf(of), tables }, context);

  test("a missing column halts by its name", async () => {
    const table = tableOf(account);
    const result = await halt([{ ...table, columns: table.columns.filter(({ name }) => name !== "phone") }]);
    expect(result).toMatchObject({ status: "halted", reason: { kind: "invalid_output" } });
    expect(result.diagnostics).toMatchObject([{ code: "viewforge/column_missing", subject: "account.phone" }]);
  });

  test("a missing table halts once, not for each of its columns", async () => {
    const result = await halt([{ ...tableOf(account), schema: "elsewhere" }]);
    expect(result.diagnostics.map(({ code }) => code)).toEqual(["viewforge/table_missing"]);
  });

  test("a name that a query would read otherwise halts", async () => {
    const odd = entity("Account", [field("name", text, { column: "name as id" })]);
    const result = await halt([tableOf(odd)], odd);
    expect(result.diagnostics.map(({ code }) => code)).toEqual(["viewforge/name_not_addressable"]);
  });
});
