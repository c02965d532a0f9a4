import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import fc from "fast-check";
import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  columnId,
  type DatabaseSchema,
  databaseSchema,
  diffSchemas,
  emptySchema,
  introspectSchema,
  type OnlinePart,
  planMigration,
  planOnline,
  planRollback,
  type Rename,
  type SchemaObject,
  type Step,
} from "../src/index.ts";
import { arbitrarySchema, schemaName } from "./arbitrary-schema.ts";

const runs = Number(process.env.BUILD_IT_PROPERTY_RUNS ?? 40);
const options = { postgresMajor: 17 };
let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await createTestDatabase({ major: 17 });
  client = await database.client();
});
afterAll(() => database.drop());

// In the transaction that is taken back; that CONCURRENTLY runs at all is shown below.
const run = async (steps: readonly Step[]): Promise<void> => {
  for (const { sql } of steps)
    await client.query(sql.text.replace(/^(CREATE (?:UNIQUE )?INDEX|DROP INDEX) CONCURRENTLY /, "$1 "));
};
const read = async (schema = schemaName): Promise<DatabaseSchema> =>
  (await introspectSchema(client, { schemas: [schema] })).schema;
const inTransaction = async <T>(work: () => Promise<T>): Promise<T> => {
  await client.query("BEGIN");
  try {
    return await work();
  } finally {
    await client.query("ROLLBACK");
  }
};
const expectSame = (expected: DatabaseSchema, found: DatabaseSchema): void => {
  const { added, removed, changed } = diffSchemas(expected, found);
  expect({ added, removed, changed }).toEqual({ added: [], removed: [], changed: [] });
};

test(
  "the parts lead from any schema to any other, and from the end of each there is a way back",
  async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySchema, arbitrarySchema, async (before, after) => {
        const fromNothing = await inTransaction(async () => {
          await run(planMigration(emptySchema, after, options).steps);
          return read();
        });
        // There are no rows whose values might have no place.
        const widened = new Set(after.objects.keys());
        const parts = planOnline(before, after, { ...options, widened });
        await inTransaction(async () => {
          await run(planMigration(emptySchema, before, options).steps);
          const start = await read();
          for (const part of parts) {
            await run(part.steps);
            await client.query("SAVEPOINT there");
            await run(planRollback(before, part.end, options).steps);
            expectSame(start, await read());
            await client.query("ROLLBACK TO SAVEPOINT there");
          }
          expectSame(fromNothing, await read());
        });
      }),
      { numRuns: runs },
    );
  },
  runs * 10_000,
);

const tables = `
  CREATE TABLE public.owners (id integer PRIMARY KEY);
  CREATE TABLE public.things (id integer PRIMARY KEY, name text, owner integer);
  CREATE INDEX things_old ON public.things (owner);
  CREATE TABLE public.sums (id integer PRIMARY KEY, bare integer,
    total integer NOT NULL DEFAULT 7 UNIQUE CONSTRAINT small CHECK (total > 0));
  CREATE INDEX sums_total ON public.sums (total DESC);
  CREATE TABLE public.pairs (id integer PRIMARY KEY, one integer, other integer);
  CREATE INDEX pairs_both ON public.pairs (one, other);
  COMMENT ON COLUMN public.sums.total IS 'in all';
  CREATE TABLE public.parts (id integer PRIMARY KEY, other text, owner integer NOT NULL REFERENCES public.owners);
  ALTER TABLE public.parts ENABLE ROW LEVEL SECURITY;
  CREATE POLICY own ON public.parts FOR SELECT USING (owner = 1);
  GRANT SELECT (owner), SELECT (other), UPDATE (owner) ON public.parts TO PUBLIC;`;

test.each([
  [
    "a new required column with a volatile default",
    "ALTER TABLE things ADD COLUMN code uuid NOT NULL DEFAULT gen_random_uuid()",
    ["change", "fill", "check", "validate", "finish"],
  ],
  [
    "a column that becomes required",
    "ALTER TABLE things ALTER COLUMN name SET NOT NULL",
    ["check", "validate", "finish"],
  ],
  ["a check", "ALTER TABLE things ADD CONSTRAINT named CHECK (name <> '')", ["change", "validate"]],
  [
    "a reference",
    "ALTER TABLE things ADD CONSTRAINT owned FOREIGN KEY (owner) REFERENCES owners",
    ["change", "validate"],
  ],
  ["a unique constraint", "ALTER TABLE things ADD CONSTRAINT things_name_key UNIQUE (name)", ["index", "finish"]],
  ["an index", "CREATE INDEX things_name ON things (name)", ["index"]],
  ["an index that goes", "DROP INDEX things_old", ["index"]],
  ["an index on other columns", "DROP INDEX things_old; CREATE INDEX things_old ON things (name)", ["index", "index"]],
  [
    "a new table with all of it",
    "CREATE TABLE others (id integer PRIMARY KEY, name text NOT NULL UNIQUE CHECK (name <> ''), owner integer REFERENCES owners)",
    ["change"],
  ],
  ["an optional column", "ALTER TABLE things ADD COLUMN note text", ["change"]],
  ["a wider type", "ALTER TABLE sums ALTER COLUMN bare TYPE bigint", ["change", "fill", "swap"]],
  [
    "a wider type of a column with a default, a check, an index and a unique constraint, and that is required",
    "ALTER TABLE sums ALTER COLUMN total TYPE bigint",
    ["change", "fill", "index", "index", "check", "validate", "swap", "validate"],
  ],
  [
    "a wider type of a column with a reference, a policy and rights of its own",
    "DROP POLICY own ON parts; ALTER TABLE parts ALTER COLUMN owner TYPE bigint; CREATE POLICY own ON parts FOR SELECT USING (owner = 1)",
    ["change", "fill", "check", "validate", "swap", "validate"],
  ],
  [
    "two wider types under one index, of which one is changed in place",
    "ALTER TABLE pairs ALTER COLUMN one TYPE bigint, ALTER COLUMN other TYPE bigint",
    ["change", "fill", "index", "swap"],
    ["ALTER TABLE public.pairs ALTER COLUMN other TYPE bigint USING other::bigint"],
  ],
] as readonly (readonly [what: string, change: string, purposes: readonly string[], inPlace?: readonly string[]])[])(
  "%s",
  async (_what, change, purposes, inPlace) => {
    await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public; SET search_path = public");
    await client.query(tables);
    const before = await read("public");
    await client.query(`BEGIN; ${change}`);
    const after = await read("public");
    await client.query("ROLLBACK");
    const widened = new Set([
      columnId("public", "sums", "bare"),
      columnId("public", "sums", "total"),
      columnId("public", "pairs", "one"),
      columnId("public", "pairs", "other"),
      columnId("public", "parts", "owner"),
    ]);
    const parts: readonly OnlinePart[] = planOnline(before, after, { ...options, widened });
    expect(parts.map(({ purpose }) => purpose)).toEqual(purposes);
    const blocking = parts
      .flatMap(({ steps }) => steps)
      .filter(
        ({ lock, hazards }) =>
          ["access_exclusive", "share"].includes(lock) &&
          hazards.some((hazard) => ["rewrites_table", "scans_table", "blocks_writes"].includes(hazard)),
      );
    expect(blocking.map(({ sql }) => sql.text)).toEqual(inPlace ?? []);
    await client.query(
      "INSERT INTO owners VALUES (1); INSERT INTO parts VALUES (1, 'one', 1); INSERT INTO things VALUES (1, 'one', 1), (2, 'two', 1); INSERT INTO sums VALUES (1, 1, 1), (2, NULL, 2); SET search_path = ''",
    );
    for (const { steps } of parts) for (const { sql } of steps) await client.query(sql.text);
    expectSame(after, await read("public"));
    expect((await client.query("SELECT bare::int, total::int FROM public.sums ORDER BY id")).rows).toEqual([
      { bare: 1, total: 1 },
      { bare: null, total: 2 },
    ]);
  },
);

test.each([
  ["", "things", []],
  ["ALTER TABLE things RENAME TO items;", "items", [{ kind: "table", schema: "public", from: "things", to: "items" }]],
  // The name is one that it had before, and has a column that repeats it.
  ["ALTER TABLE things DROP COLUMN title;", "things", []],
] as readonly (readonly [also: string, table: string, renames: readonly Rename[]])[])(
  "a column that repeats a renamed one is filled beside it, before the rename: %s",
  async (also, table, renames) => {
    await client.query("DROP SCHEMA public CASCADE; CREATE SCHEMA public; SET search_path = public");
    await client.query(
      `CREATE TABLE things (id integer PRIMARY KEY, name varchar(9) NOT NULL DEFAULT 'new' UNIQUE);
       INSERT INTO things VALUES (1, 'one'), (2, 'two');
       ${also.includes("title") ? "ALTER TABLE things ADD COLUMN title varchar(9); UPDATE things SET title = name;" : ""}`,
    );
    const before = await read("public");
    await client.query(
      `BEGIN; ${also} ALTER TABLE ${table} RENAME COLUMN name TO title; ALTER TABLE ${table} ADD COLUMN name varchar(9)`,
    );
    const after = await read("public");
    await client.query("ROLLBACK");
    const copies = {
      before: new Map(),
      after: new Map([[columnId("public", table, "name"), columnId("public", table, "title")]]),
    };
    const column: Rename = { kind: "column", schema: "public", table, from: "name", to: "title" };
    const parts = planOnline(before, after, { ...options, renames: [...renames, column], copies });
    expect(parts.map(({ purpose }) => purpose)).toEqual(["prepare", "fill", "change"]);
    const hazards = parts.flatMap(({ steps }) =>
      steps.flatMap((step) => (step.lock === "row_exclusive" ? [] : step.hazards)),
    );
    expect(hazards.filter((hazard) => hazard !== "deletes_data")).toEqual([]);
    await client.query("SET search_path = ''");
    for (const part of parts) {
      for (const { sql } of part.steps) await client.query(sql.text);
      if (part.purpose === "fill")
        await client.query(
          "INSERT INTO public.things VALUES (3, 'three'); UPDATE public.things SET name = 'zwei' WHERE id = 2",
        );
    }
    expectSame(after, await read("public"));
    expect((await client.query(`SELECT name, title FROM public.${table} ORDER BY id`)).rows).toEqual(
      ["one", "zwei", "three"].map((value) => ({ name: value, title: value })),
    );
  },
);

test("a NOT NULL constraint with a name comes when every row is proven to have a value", () => {
  const place = { schema: "public", table: "people" };
  const people = { kind: "table", schema: "public", name: "people", rowSecurity: false } as const;
  const table: SchemaObject = { ...people, rowSecurityForced: false, unlogged: false };
  const mail: SchemaObject = {
    kind: "column",
    ...place,
    name: "mail",
    ordinal: 1,
    type: "text",
    typeObject: null,
    nullable: true,
    identity: null,
    generated: null,
    collation: null,
    dependsOn: [],
  };
  const named: SchemaObject = { kind: "not_null", ...place, column: "mail", name: "m", validated: true, dependsOn: [] };
  const before = databaseSchema([table, mail]);
  const after = databaseSchema([table, { ...mail, nullable: false }, named]);
  const parts = planOnline(before, after, { postgresMajor: 18 });
  expect(parts.map(({ purpose, steps }) => [purpose, ...steps.map(({ sql }) => sql.text)])).toEqual([
    ["check", "ALTER TABLE public.people ADD CONSTRAINT is_filled_1 CHECK (mail IS NOT NULL) NOT VALID"],
    ["validate", "ALTER TABLE public.people VALIDATE CONSTRAINT is_filled_1"],
    [
      "finish",
      "ALTER TABLE public.people ADD CONSTRAINT m NOT NULL mail",
      "ALTER TABLE public.people DROP CONSTRAINT is_filled_1",
    ],
  ]);
});
