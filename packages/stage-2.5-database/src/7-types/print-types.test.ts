import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { TableDeclaration } from "@build-it/artifacts";
import { introspectSchema } from "@build-it/postgres-schema";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createDesignedDatabase, type DesignedDatabase } from "../../test/designed-database.ts";
import { enumOf, referenceTo, sampleConfiguration, sampleEntity, sampleField, text } from "../../test/sample-model.ts";
import { declareTables } from "./declare-tables.ts";
import { printTypes } from "./print-types.ts";
import { writeTypeFiles } from "./write-type-files.ts";

const packageFolder = join(import.meta.dirname, "..", "..");
const accountSummary = join(packageFolder, "..", "..", "busm", "crm", "sql", "account-summary.sql");
const fingerprint = "0123456789abcdef0123456789abcdef";

let database: DesignedDatabase;
let folder: string;
let tables: readonly TableDeclaration[];

const hostile = `a "b" */ \${x} \\ \`c\`\n d`;

beforeAll(async () => {
  database = await createDesignedDatabase();
  const parent = join(packageFolder, "test", "generated");
  await mkdir(parent, { recursive: true });
  folder = await mkdtemp(join(parent, "types-"));
  const fields = [
    sampleField("name", { kind: "text", format: "plain", maxLength: 20 }, { required: true }),
    sampleField("status", enumOf("account_status", ["active", 'it\'s "over"']), {
      required: true,
      default: { kind: "literal", value: "active" },
    }),
    sampleField("mood", enumOf("mood", ["good", "bad"], "native"), { description: hostile }),
    sampleField("moods", { kind: "list", of: enumOf("mood", ["good", "bad"], "native") }),
    sampleField("colors", { kind: "list", of: enumOf("color", ["red", "blue"]) }),
    sampleField("balance", { kind: "decimal", precision: 10, scale: 2 }),
    sampleField("balances", { kind: "list", of: { kind: "decimal", precision: 10, scale: 2 } }),
    sampleField("views", { kind: "bigint" }),
    sampleField("counts", { kind: "list", of: { kind: "bigint" } }),
    sampleField("born", { kind: "date" }),
    sampleField("holidays", { kind: "list", of: { kind: "date" } }),
    sampleField("waits", { kind: "duration" }),
    sampleField("pauses", { kind: "list", of: { kind: "duration" } }),
    sampleField("seen", { kind: "datetime" }, { required: true, default: { kind: "now" } }),
    sampleField("settings", { kind: "json" }),
    sampleField("documents", { kind: "list", of: { kind: "json" } }),
    sampleField("blob", { kind: "bytes" }),
    sampleField("place", { kind: "postgres", typeName: "point" }),
    sampleField("during", { kind: "range", of: "date" }),
    sampleField("periods", { kind: "list", of: { kind: "range", of: "date" } }),
    sampleField("open", { kind: "boolean" }),
    sampleField("flags", { kind: "list", of: { kind: "boolean" } }),
    sampleField("number", { kind: "identity", of: "bigint", always: true }),
    sampleField("shout", { kind: "computed", expression: "upper(name)", of: { kind: "text", format: "plain" } }),
    sampleField("odd", text, { column: hostile }),
    sampleField("proto", text, { column: "__proto__" }),
  ];
  const account = sampleEntity("Account", fields, { description: hostile });
  const date = sampleEntity("Date", [sampleField("accountId", referenceTo("Account"), { unique: true })]);
  const other = sampleEntity("Other", [], { schema: "other", table: "accounts" });
  const odd = sampleEntity("1 odd.name'", [], { table: hostile });
  const contact = sampleEntity("Contact", [sampleField("accountId", referenceTo("Account"))]);
  const sqlFiles = [
    { path: "busm/crm/sql/account-summary.sql", text: await readFile(accountSummary, "utf8") },
    { path: "busm/crm/sql/moody.sql", text: "create view public.moody as select mood, moods from public.accounts;" },
  ];
  await database.become(
    sampleConfiguration([account, contact, date, other, odd, sampleEntity("Gone", [])], { sqlFiles }),
  );
  const { design } = await database.become(
    sampleConfiguration(
      [
        { ...account, fields: account.fields.filter(({ name }) => name !== "shout" && name !== "open") },
        contact,
        date,
        other,
        odd,
      ],
      { sqlFiles },
    ),
  );
  const { schema } = await introspectSchema(database.client, { schemas: ["public", "other"] });
  tables = declareTables(schema, design);
  await writeTypeFiles(printTypes(tables, { iteration: 2, schemaFingerprint: fingerprint }), folder);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await database.database.drop();
});

/** Compiles the generated files and `statements` with TypeScript's own compiler; gives what it says. */
async function compile(statements: string): Promise<string> {
  await writeFile(join(folder, "statements.ts"), statements);
  const compilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    module: "esnext",
    moduleResolution: "bundler",
    target: "es2023",
    lib: ["es2023"],
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    noEmit: true,
    types: ["node"],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
  const compiler = createRequire(import.meta.url).resolve("typescript/package.json");
  const run = promisify(execFile)(process.execPath, [join(dirname(compiler), "bin", "tsc"), "-p", folder]);
  return run.then(
    () => "",
    (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
  );
}

test("the types compile, take the statements they should and no others", async () => {
  const said = await compile(`
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Account, AccountUpdate, Database, DateRow, GonesRow, NewAccount, SupabaseDatabase } from "./index.ts";
import { accountStatusValues, typeParsersFor } from "./index.ts";
import { accountInsertSchema, accountRowSchema } from "./schemas.ts";

const pool = new pg.Pool({ types: typeParsersFor(pg.types) });
const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });

export const least: NewAccount = { name: "Ann" };
export const full: NewAccount = {
  name: "Ann", status: "active", mood: null, colors: ["red"], moods: ["good"], balance: 1.5, views: 12n, born: "2020-01-31",
  seen: new Date(), settings: { a: [1] }, blob: new Uint8Array(), open: true, flags: [true],
};
// @ts-expect-error a required column
export const nameless: NewAccount = {};
// @ts-expect-error not one of the values
export const wrongStatus: NewAccount = { name: "Ann", status: "gone" };
// @ts-expect-error not one of the values
export const wrongColor: NewAccount = { name: "Ann", colors: ["green"] };
// @ts-expect-error a date is text
export const wrongDate: NewAccount = { name: "Ann", born: new Date() };
// @ts-expect-error the database counts
export const counted: NewAccount = { name: "Ann", number: "1" };
// @ts-expect-error the database computes
export const computed: AccountUpdate = { shout: "ANN" };

export async function statements(account: Account) {
  const birthday: string | null = account.born;
  const seen: Date = account.seen;
  const views: string | null = account.views;
  const periods: string | null = account.periods;
  const status: (typeof accountStatusValues)[number] = account.status;
  await db.insertInto("accounts").values({ name: "Ann" }).execute();
  // @ts-expect-error GENERATED ALWAYS
  await db.insertInto("accounts").values({ name: "Ann", number: 1 }).execute();
  // @ts-expect-error GENERATED ALWAYS
  await db.updateTable("accounts").set({ shout: "x" }).execute();
  // @ts-expect-error no such column
  await db.selectFrom("accounts").select("nothing").execute();
  await db.selectFrom("other.accounts").select("id").execute();
  const dates: DateRow[] = await db.selectFrom("dates").selectAll().execute();
  const gone: GonesRow[] = await db.selectFrom("gones").selectAll().execute();
  const parsed: Account = accountRowSchema.parse({});
  const inserted: NewAccount = accountInsertSchema.parse({}) as NewAccount;
  const row: SupabaseDatabase["public"]["Tables"]["accounts"]["Row"] = {} as never;
  const number: number | null = row.views;
  const moment: string = row.seen;
  // @ts-expect-error GENERATED ALWAYS
  const insert: SupabaseDatabase["public"]["Tables"]["accounts"]["Insert"] = { name: "Ann", number: 1 };
  const one: true = ({} as SupabaseDatabase["public"]["Tables"]["dates"]["Relationships"][0]).isOneToOne;
  return { birthday, seen, views, periods, status, dates, gone, parsed, inserted, number, moment, insert, one };
}
`);
  expect(said).toBe("");
});

test("a view is read with the types that PostgreSQL gives it, and not written", async () => {
  const said = await compile(`
import type { Kysely } from "kysely";
import type { AccountSummaryRow, Database, SupabaseDatabase } from "./index.ts";
import { accountSummaryRowSchema } from "./schemas.ts";

export async function statements(db: Kysely<Database>) {
  const rows: AccountSummaryRow[] = await db.selectFrom("account_summary").selectAll().execute();
  const parsed: AccountSummaryRow = accountSummaryRowSchema.parse({});
  const count: string | null = parsed.contact_count;
  // @ts-expect-error a count is no text for certain
  const certain: string = parsed.contact_count;
  const moody = await db.selectFrom("moody").selectAll().executeTakeFirstOrThrow();
  const mood: "good" | "bad" | null = moody.mood;
  // @ts-expect-error a view is not written
  await db.insertInto("account_summary").values({ name: "Ann" }).execute();
  // @ts-expect-error a view is not written
  await db.updateTable("account_summary").set({ name: "Ann" }).execute();
  const row: SupabaseDatabase["public"]["Views"]["account_summary"]["Row"] = {} as never;
  const number: number | null = row.contact_count;
  return { rows, count, certain, mood, number };
}
`);
  expect(said).toBe("");
});

test("values are at run time what the types say", async () => {
  const { typeParsersFor } = (await import(pathToFileURL(join(folder, "type-parsers.ts")).href)) as {
    typeParsersFor: (types: typeof pg.types) => typeof pg.types;
  };
  const pool = new pg.Pool({ connectionString: database.database.url, types: typeParsersFor(pg.types) });
  const db = new Kysely<{ accounts: Readonly<Record<string, unknown>> }>({ dialect: new PostgresDialect({ pool }) });
  try {
    await pool.query(`INSERT INTO accounts
      (name, status, moods, colors, balance, balances, views, counts, born, holidays, waits, pauses, settings, documents, blob, place, periods, flags)
      VALUES ('Ann', 'active', '{good}', '{red}', 1.50, '{1.10}', 12, '{12}', '2020-01-31', '{2020-02-29}', '1 day', '{2 days}',
        '[1]', ARRAY['{"a":1}'::jsonb], '\\x00', '(1,2)', '{"[2020-01-01,2020-02-01)"}', '{t}')`);
    const row = await db.selectFrom("accounts").selectAll().executeTakeFirstOrThrow();
    expect(row).toMatchObject({
      moods: "{good}",
      colors: ["red"],
      balance: "1.50",
      balances: ["1.10"],
      views: "12",
      counts: ["12"],
      born: "2020-01-31",
      holidays: ["2020-02-29"],
      waits: "1 day",
      pauses: ["2 days"],
      settings: [1],
      documents: [{ a: 1 }],
      place: "(1,2)",
      periods: '{"[2020-01-01,2020-02-01)"}',
      flags: [true],
    });
    expect(row.seen).toBeInstanceOf(Date);
    expect(row.blob).toBeInstanceOf(Uint8Array);
  } finally {
    await db.destroy();
  }
});

test("what is only retained is marked as deprecated", async () => {
  const printed = await readFile(join(folder, "tables.ts"), "utf8");
  expect(printed).toContain("  /** @deprecated kept for earlier iterations. */\n  open: boolean | null;\n");
  expect(printed).toContain("/** @deprecated kept for earlier iterations. */\nexport interface GonesTable");
  expect(printed).toMatch(/^\/\/ Generated by BUILD IT, do not edit\. Iteration 2, schema 0123456789abcdef\.\n/);
});

test("the same tables are the same text, and nothing is written twice", async () => {
  const again = printTypes(tables, { iteration: 2, schemaFingerprint: fingerprint });
  const { mtimeMs } = await stat(join(folder, "tables.ts"));
  expect(await writeTypeFiles(again, folder)).toEqual([]);
  expect((await stat(join(folder, "tables.ts"))).mtimeMs).toBe(mtimeMs);
  const later = printTypes(tables.slice(1), { iteration: 2, schemaFingerprint: fingerprint });
  expect(await writeTypeFiles(later, folder)).not.toContain("type-parsers.ts");
  await writeTypeFiles(again, folder);
});

test("a thousand tables are printed in a moment", () => {
  const [table] = tables.filter(({ name }) => name === "accounts");
  const many = Array.from({ length: 1_000 }, (_, number) => ({
    ...(table as TableDeclaration),
    name: `table_${number}`,
    entity: `Entity${number}`,
  }));
  printTypes(many.slice(0, 10), { iteration: 1, schemaFingerprint: fingerprint });
  const startedAt = performance.now();
  printTypes(many, { iteration: 1, schemaFingerprint: fingerprint });
  expect(performance.now() - startedAt).toBeLessThan(500);
});
