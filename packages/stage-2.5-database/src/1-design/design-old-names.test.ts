import type { Configuration, ConfiguredEntity, ConfiguredField } from "@build-it/artifacts";
import { emptySchema, planMigration } from "@build-it/postgres-schema";
import { availableMajors } from "@build-it/test-databases";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { allow, enumOf, sampleConfiguration, sampleEntity, sampleField, text } from "../../test/sample-model.ts";
import { createSequenceOfDesigns, type SequenceOfDesigns } from "../../test/sequence-of-designs.ts";

let database: SequenceOfDesigns;
beforeEach(async () => {
  database = await createSequenceOfDesigns();
});
afterEach(() => database.drop());

const rows = async (query: string, parameters: readonly unknown[] = []): Promise<readonly unknown[]> =>
  (await database.client.query(query, [...parameters])).rows;

/** The field under another name. */
const renamed = (field: ConfiguredField, column: string): ConfiguredField => ({
  ...field,
  name: column,
  column,
  renamedFrom: { name: field.name, column: field.column },
});

const accountWith = (fields: readonly ConfiguredField[], rest: Partial<ConfiguredEntity> = {}) =>
  sampleConfiguration([
    sampleEntity("Account", fields, { access: [allow("signed_in", ["read", "create", "update", "delete"])], ...rest }),
  ]);

const name = sampleField("name", text, { required: true, unique: true, default: { kind: "literal", value: "new" } });

describe("a renamed column", () => {
  test("is read and written under both names, whichever code writes it", async () => {
    await database.become(accountWith([name]));
    await rows("INSERT INTO accounts (name) VALUES ('before')");
    await database.become(accountWith([renamed(name, "title")]));
    expect(await rows("SELECT name, title FROM accounts")).toEqual([{ name: "before", title: "before" }]);
    await rows("INSERT INTO accounts (name) VALUES ('old code')");
    await rows("INSERT INTO accounts (title) VALUES ('new code')");
    expect(await rows("INSERT INTO accounts DEFAULT VALUES RETURNING name, title")).toEqual([
      { name: "new", title: "new" },
    ]);
    await rows("UPDATE accounts SET name = 'old' WHERE name = 'old code'");
    await rows("UPDATE accounts SET title = 'newer' WHERE name = 'new code'");
    expect(await rows("SELECT name, title FROM accounts ORDER BY name")).toEqual(
      ["before", "new", "newer", "old"].map((value) => ({ name: value, title: value })),
    );
    await expect(rows("INSERT INTO accounts (name) VALUES ('old')")).rejects.toThrow("accounts_title_key");
    await expect(rows("UPDATE accounts SET name = NULL")).rejects.toThrow("null value");
    await expect(rows("INSERT INTO accounts (name) VALUES (NULL)")).rejects.toThrow("null value");
  });

  test("goes with its table and all that keeps its names", async () => {
    await database.become(accountWith([name]));
    const { schema } = await database.become(accountWith([renamed(name, "title")]));
    const { steps } = planMigration(schema, emptySchema, { postgresMajor: 17 });
    for (const { sql } of steps) await rows(sql.text);
    expect(await rows("SELECT FROM pg_proc WHERE pronamespace = 'public'::regnamespace")).toEqual([]);
  });

  test("takes an explicit null of earlier code where there is a default", async () => {
    const note = sampleField("note", text, { default: { kind: "literal", value: "it's" } });
    await database.become(accountWith([note]));
    await database.become(accountWith([renamed(note, "remark")]));
    expect(await rows("INSERT INTO accounts (note) VALUES (NULL) RETURNING note, remark")).toEqual([
      { note: null, remark: null },
    ]);
    expect(await rows("INSERT INTO accounts (remark) VALUES (NULL) RETURNING note, remark")).toEqual([
      { note: null, remark: null },
    ]);
    expect(await rows("INSERT INTO accounts (note) VALUES ('it''s') RETURNING remark")).toEqual([{ remark: "it's" }]);
  });

  test("changes under its former name where values are equal and read differently", async () => {
    const amount = sampleField("amount", { kind: "postgres", typeName: "numeric" });
    const document = sampleField("document", { kind: "postgres", typeName: "json" });
    await database.become(accountWith([amount, document]));
    await rows(`INSERT INTO accounts (amount, document) VALUES (1.0, '{"a":1}')`);
    await database.become(accountWith([renamed(amount, "total"), renamed(document, "paper")]));
    await rows(`UPDATE accounts SET amount = 1.00, document = '{"a": 1}'`);
    expect(await rows("SELECT total::text, paper::text FROM accounts")).toEqual([{ total: "1.00", paper: '{"a": 1}' }]);
  });

  test("may have any name", async () => {
    const hostile = ['a"; DROP TABLE accounts; --', "$function$", "end", "NEW", "x.y/z%", "Straße"];
    const fields = hostile.map((column) => ({ ...sampleField(column, text), column }));
    await database.become(accountWith(fields));
    await database.become(accountWith(fields.map((field, index) => renamed(field, `begin ${index} $function$ "`))));
    const quoted = hostile.map((column) => `"${column.replaceAll('"', '""')}"`).join(", ");
    await rows(`INSERT INTO accounts (${quoted}) VALUES (${hostile.map((_, index) => `'${index}'`).join(", ")})`);
    const [found] = await rows("SELECT * FROM accounts");
    for (const index of hostile.keys()) expect(found).toMatchObject({ [`begin ${index} $function$ "`]: String(index) });
  });

  test("keeps what is set once, what the clock sets, and what is computed", async () => {
    const code = sampleField("code", text, { immutable: true });
    const changed = sampleField("changedAt", { kind: "datetime" }, { required: true, default: { kind: "now" } });
    const twice = sampleField("twice", {
      kind: "computed",
      expression: "code || code",
      of: { kind: "text", format: "plain" },
    });
    const rest = { behaviours: { immutable: ["code"], touchedAt: "changedAt" } };
    await database.become(accountWith([code, changed, twice], rest));
    await rows("INSERT INTO accounts (code, changed_at) VALUES ('x', '2020-01-01')");
    const key = renamed(code, "key");
    const doubled = {
      ...renamed(twice, "doubled"),
      type: { ...twice.type, expression: "key || key" },
    } as ConfiguredField;
    await database.become(
      accountWith([key, renamed(changed, "touched_at"), doubled], {
        behaviours: { immutable: ["key"], touchedAt: "touched_at" },
      }),
    );
    // Renaming is no change of a row.
    expect(await rows("SELECT changed_at = '2020-01-01' AS kept, twice, doubled FROM accounts")).toEqual([
      { kept: true, twice: "xx", doubled: "xx" },
    ]);
    await expect(rows("UPDATE accounts SET code = 'y'")).rejects.toThrow("is set once");
    await expect(rows("UPDATE accounts SET key = 'y'")).rejects.toThrow("is set once");
    await rows("UPDATE accounts SET code = 'x'");
    expect(await rows("SELECT changed_at = touched_at AND changed_at > '2020-01-02' AS touched FROM accounts")).toEqual(
      [{ touched: true }],
    );
  });

  test("goes on under all its names when it is renamed again, and takes an earlier one back", async () => {
    await database.become(accountWith([name]));
    const title = renamed(name, "title");
    await database.become(accountWith([title]));
    const { design } = await database.become(accountWith([renamed(title, "label")]));
    expect(Object.values(design.retained).map(({ renamedTo }) => renamedTo)).toEqual([
      "column:public.accounts.label",
      "column:public.accounts.label",
    ]);
    await rows("INSERT INTO accounts (name) VALUES ('1')");
    await rows("INSERT INTO accounts (title) VALUES ('2')");
    await rows("UPDATE accounts SET title = '3' WHERE name = '1'");
    const all = (...values: readonly string[]) => values.map((value) => ({ name: value, title: value, label: value }));
    expect(await rows("SELECT name, title, label FROM accounts ORDER BY 1")).toEqual(all("2", "3"));
    const back = await database.become(accountWith([renamed(renamed(title, "label"), "name")]));
    expect(Object.keys(back.design.retained).sort()).toEqual([
      "column:public.accounts.label",
      "column:public.accounts.title",
    ]);
    await rows("INSERT INTO accounts (label) VALUES ('4')");
    expect(await rows("SELECT name, title, label FROM accounts ORDER BY 1")).toEqual(all("2", "3", "4"));
  });

  test("may be renamed from a name before the last one", async () => {
    await database.become(accountWith([name]));
    await database.become(accountWith([renamed(name, "title")]));
    const { renames } = await database.become(accountWith([renamed(name, "label")]));
    expect(renames).toMatchObject([{ from: "title", to: "label" }]);
  });

  test("changes its type with its former names", async () => {
    const size = sampleField("size", { kind: "integer" }, { required: true, default: { kind: "literal", value: 1 } });
    await database.become(accountWith([size]));
    await rows("INSERT INTO accounts (size) VALUES (2)");
    // Twice: every step of the sequence goes up again after its way down.
    const cast = { kind: "sql", expression: "width * 2" } as const;
    await database.become(accountWith([{ ...renamed(size, "width"), type: { kind: "bigint" }, cast }]));
    expect(await rows("SELECT size, width FROM accounts")).toEqual([{ size: "8", width: "8" }]);
    const more = { kind: "sql", expression: "width + 1" } as const;
    await database.become(
      accountWith([{ ...renamed(size, "width"), type: { kind: "decimal", precision: 20, scale: 2 }, cast: more }]),
    );
    expect(await rows("SELECT size, width FROM accounts")).toEqual([{ size: "10.00", width: "10.00" }]);
  });

  test("stays under both names when it leaves the model, and comes back", async () => {
    const title = renamed({ ...name, immutable: true }, "title");
    const rest = { behaviours: { immutable: ["title"] } };
    await database.become(accountWith([{ ...name, immutable: true }], { behaviours: { immutable: ["name"] } }));
    await database.become(accountWith([title], rest));
    await database.become(accountWith([sampleField("other", text)]));
    expect(await rows("INSERT INTO accounts (name) VALUES ('1') RETURNING name, title")).toEqual([
      { name: "1", title: "1" },
    ]);
    await expect(rows("UPDATE accounts SET name = 'y'")).rejects.toThrow("is set once");
    await database.become(accountWith([title, sampleField("other", text)], rest));
    await rows("UPDATE accounts SET other = 'y'");
    await expect(rows("UPDATE accounts SET title = 'y'")).rejects.toThrow("is set once");
  });
});

describe("a name that is in use", () => {
  test.each([
    ["a new field with the former name of another", [renamed(name, "title"), sampleField("name", text)], "had before"],
    [
      "a field renamed from a former name of one that stays",
      [renamed(name, "title"), renamed(name, "label")],
      "still has that",
    ],
  ])("%s is refused", async (_case, fields, message) => {
    await database.become(accountWith([name]));
    await database.become(accountWith([renamed(name, "title")]));
    await expect(database.become(accountWith(fields))).rejects.toThrow(message);
  });

  test("a field renamed to what is kept is refused, and one that is kept comes back", async () => {
    const [one, other] = [sampleField("one", text), sampleField("other", text)];
    await database.become(accountWith([one, other]));
    await database.become(accountWith([one]));
    await expect(database.become(accountWith([renamed(one, "other")]))).rejects.toThrow("kept for earlier iterations");
    await database.become(accountWith([one, other]));
  });
});

// A view with the rights of whoever asks needs PostgreSQL 15.
describe.each(availableMajors().filter((major) => major >= 15))("a renamed table, on PostgreSQL %i", (major) => {
  let sequence: SequenceOfDesigns;
  beforeEach(async () => {
    sequence = await createSequenceOfDesigns(major);
  });
  afterEach(() => sequence.drop());

  const company = (fields: readonly ConfiguredField[], rest: Partial<ConfiguredEntity> = {}) =>
    sampleConfiguration([
      sampleEntity("Company", fields, {
        table: "companies",
        access: [
          allow("signed_in", ["read", "create", "update", "delete"], {
            when: [{ field: fields[0]?.name ?? "", operator: "ne", value: "hidden" }],
          }),
        ],
        ...rest,
      }),
    ]);
  const from = (table: string) => ({ renamedFrom: { name: table, schema: "public", table } });

  test("is read and written under its former name, with the rights and rows of whoever asks", async () => {
    const state = sampleField("state", enumOf("state", ["open", "done"]), {
      required: true,
      default: { kind: "literal", value: "open" },
    });
    const pin = sampleField("pin", text, { secret: true });
    const query = async (statement: string) => (await sequence.client.query(statement)).rows;
    const as = async (statement: string) => {
      await sequence.client.query("BEGIN; SET LOCAL ROLE authenticated");
      try {
        return await query(statement);
      } finally {
        await sequence.client.query("ROLLBACK");
      }
    };
    await sequence.become(company([name, state, pin], { name: "Account", table: "accounts" }));
    await query("INSERT INTO accounts (name) VALUES ('one'), ('hidden')");
    await sequence.become(company([renamed(name, "title"), state, pin], from("accounts")));
    expect(await query("SELECT name, state FROM accounts ORDER BY name")).toEqual([
      { name: "hidden", state: "open" },
      { name: "one", state: "open" },
    ]);
    expect(await query("INSERT INTO accounts (name) VALUES ('two') RETURNING name, state")).toEqual([
      { name: "two", state: "open" },
    ]);
    expect(await query("UPDATE accounts SET name = '2', state = 'done' WHERE name = 'two' RETURNING name")).toEqual([
      { name: "2" },
    ]);
    expect(await query("SELECT title FROM companies WHERE state = 'done'")).toEqual([{ title: "2" }]);
    expect(await as("SELECT name FROM accounts ORDER BY name")).toEqual([{ name: "2" }, { name: "one" }]);
    expect(await as("UPDATE accounts SET name = 'x' WHERE name = 'hidden' RETURNING name")).toEqual([]);
    expect(await as("DELETE FROM accounts WHERE name = 'one' RETURNING name")).toEqual([{ name: "one" }]);
    await expect(as("SELECT pin FROM accounts")).rejects.toThrow("does not exist");
    await expect(as("INSERT INTO accounts (name) VALUES ('hidden')")).rejects.toThrow("row-level security");
    await expect(query("INSERT INTO accounts (name) VALUES ('one')")).rejects.toThrow("companies_title_key");
  });

  test("says so when it no longer shows what is secret by now, once", async () => {
    const note = sampleField("note", text);
    const secret = { ...note, secret: true };
    const codes = async (configuration: Configuration) =>
      (await sequence.become(configuration)).diagnostics.map(({ code }) => code);
    await sequence.become(company([name, note], { table: "accounts" }));
    expect(await codes(company([name, note], from("accounts")))).toEqual([]);
    expect(await codes(company([name, secret], from("accounts")))).toEqual(["database/secret_not_under_former_name"]);
    expect(await codes(company([name, secret], from("accounts")))).toEqual([]);
    expect(await codes(company([name, secret], { table: "firms", ...from("companies") }))).toEqual([
      "database/secret_not_under_former_name",
    ]);
  });

  test("goes on under all its names when it is renamed again with its fields, and takes the first one back", async () => {
    const query = async (statement: string) => (await sequence.client.query(statement)).rows;
    const title = renamed(name, "title");
    await sequence.become(company([name], { table: "accounts" }));
    await sequence.become(company([title], from("accounts")));
    await sequence.become(
      company([renamed(title, "label"), sampleField("note", text)], { table: "firms", ...from("companies") }),
    );
    for (const [table, column] of [
      ["accounts", "name"],
      ["companies", "title"],
      ["firms", "title"],
      ["firms", "label"],
    ])
      await query(`INSERT INTO ${table} (${column}) VALUES ('${table} ${column}')`);
    for (const table of ["accounts", "companies", "firms"])
      expect(await query(`SELECT id FROM ${table}`)).toHaveLength(4);
    expect(await query("SELECT name FROM accounts WHERE name LIKE 'firms%' ORDER BY 1")).toEqual([
      { name: "firms label" },
      { name: "firms title" },
    ]);
    await sequence.become(
      company([renamed(title, "label"), sampleField("note", text)], { table: "accounts", ...from("firms") }),
    );
    await query("INSERT INTO firms (label, note) VALUES ('again', 'x')");
    await query("INSERT INTO companies (title) VALUES ('still')");
    await query("UPDATE accounts SET name = 'named' WHERE label = 'still'");
    expect(await query("SELECT name FROM accounts WHERE label IN ('again', 'named') ORDER BY 1")).toEqual([
      { name: "again" },
      { name: "named" },
    ]);
  });

  test("keeps its former name when it leaves the model", async () => {
    const query = async (statement: string) => (await sequence.client.query(statement)).rows;
    await sequence.become(company([name], { table: "accounts" }));
    await sequence.become(company([name], from("accounts")));
    await sequence.become(sampleConfiguration([sampleEntity("Other", [])]));
    expect(await query("INSERT INTO accounts (name) VALUES ('x') RETURNING name")).toEqual([{ name: "x" }]);
  });
});

describe("SQL of the model that says a former name", () => {
  const checked = (expression: string) => ({ checks: [{ name: "known", expression }] });

  test("is refused in an expression of the table, and only where it is that column", async () => {
    const [code, other] = [sampleField("code", text), sampleField("other", text)];
    await database.become(accountWith([code, other], checked("code <> 'other'")));
    const key = renamed(code, "key");
    await expect(database.become(accountWith([key, other], checked("code <> 'other'")))).rejects.toThrow(
      "still says code",
    );
    await database.become(accountWith([key, other], checked("key <> 'code'")));
  });

  test("goes on working in a view and in a function, and is pointed out with its place", async () => {
    const code = sampleField("code", text);
    const sqlFiles = [
      {
        path: "sql/codes.sql",
        text: `CREATE VIEW public.codes AS SELECT id, code FROM public.accounts;
CREATE FUNCTION public.last_code() RETURNS text LANGUAGE sql SET search_path = '' AS 'SELECT max(code) FROM public.accounts';`,
      },
    ];
    const entities = (field: ConfiguredField, rest: Partial<ConfiguredEntity> = {}) => ({
      ...sampleConfiguration([sampleEntity("Account", [field], rest)]),
      sqlFiles,
    });
    await database.become(entities(code));
    await rows("INSERT INTO accounts (code) VALUES ('x')");
    const firm = {
      name: "Firm",
      table: "firms",
      renamedFrom: { name: "Account", schema: "public", table: "accounts" },
    };
    const { diagnostics } = await database.become(entities(renamed(code, "key"), firm));
    expect(
      diagnostics
        .filter(({ code }) => code === "database/former_name_in_sql_file")
        .map(({ location }) => location?.line),
    ).toEqual([1, 1]);
    await rows("INSERT INTO firms (key) VALUES ('y')");
    expect(await rows("SELECT code FROM codes ORDER BY code")).toEqual([{ code: "x" }, { code: "y" }]);
    expect(await rows("SELECT last_code()")).toEqual([{ last_code: "y" }]);
  });
});
