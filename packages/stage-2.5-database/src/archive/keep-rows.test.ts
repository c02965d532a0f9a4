import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import type { Client } from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addHistoryRow, ensureHistory } from "../5-apply/history.ts";
import type { Loss } from "./find-losses.ts";
import { type KeptRows, keepRows, type RowPlan } from "./keep-rows.ts";

/** Everything here is done as a role that owns its database and is no superuser. */

let database: TestDatabase;
let client: Client;
beforeEach(async () => {
  database = await createTestDatabase();
  client = await database.client();
  await client.query(`DO $$ BEGIN CREATE ROLE plain_owner; EXCEPTION WHEN duplicate_object THEN END $$`);
  await client.query(`ALTER DATABASE ${database.name} OWNER TO plain_owner; ALTER SCHEMA public OWNER TO plain_owner`);
  await client.query("SET ROLE plain_owner; SET search_path = ''");
  await ensureHistory(client);
});
afterEach(() => database.drop());

/** One iteration, taken back or applied. */
async function go(action: "apply" | "rollback", plan: Partial<RowPlan>, statements: string): Promise<KeptRows> {
  const run = { iteration: 1, action, record_hash: "hash" } as const;
  await client.query("BEGIN");
  const keeper = keepRows({ losses: [], renames: [], repeats: {}, atOnce: true, restore: true, ...plan }, run);
  await keeper.archive(client);
  await client.query(statements);
  await keeper.noteMade(client);
  await keeper.bringBack(client);
  const files = {
    migration_file: "001.sql",
    part: 1,
    parts: 1,
    checksum: "",
    approved_by: null,
    environment: "test",
    error: null,
  };
  await addHistoryRow(client, { ...run, ...files, success: true, schema_fingerprint: null, duration_ms: 0 });
  await client.query("COMMIT");
  return keeper.kept();
}

const back = (losses: readonly Loss[], statements: string) => go("rollback", { losses }, statements);
const forth = (statements: string, plan: Partial<RowPlan> = {}) => go("apply", plan, statements);
const rowsOf = async (query: string) => (await client.query({ text: query, rowMode: "array" })).rows;
const left = () => rowsOf("SELECT table_name, rows_left::int FROM build_it.archive ORDER BY id");
const inPublic = { schema: "public" } as const;

test("a column comes back by the key of its table, and no trigger sees it", async () => {
  await client.query(`CREATE TABLE public.t (id int PRIMARY KEY, a text, changes int DEFAULT 0);
    CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.changes := NEW.changes + 1; RETURN NEW; END';
    CREATE TRIGGER touch BEFORE UPDATE ON public.t FOR EACH ROW EXECUTE FUNCTION public.touch();
    ALTER TABLE public.t ENABLE ALWAYS TRIGGER touch;
    INSERT INTO public.t VALUES (1, 'one'), (2, NULL), (3, 'three')`);
  const gone = await back([{ ...inPublic, kind: "column", table: "t", column: "a" }], "ALTER TABLE public.t DROP a");
  expect(gone.archived).toMatchObject([{ rows: 2, key: [{ name: "id", type: "integer" }] }]);
  await client.query("INSERT INTO public.t VALUES (4)");
  const { restored } = await forth("ALTER TABLE public.t ADD a text");
  expect(restored).toMatchObject([{ back: 2, gone: 0, changed: 0, refused: 0 }]);
  expect(await rowsOf("SELECT id, a, changes FROM public.t ORDER BY id")).toEqual([
    [1, "one", 0],
    [2, null, 0],
    [3, "three", 0],
    [4, null, 0],
  ]);
  expect(await rowsOf("SELECT tgenabled FROM pg_trigger WHERE tgname = 'touch'")).toEqual([["A"]]);
  expect(await rowsOf("SELECT to_regclass('build_it.archive_1_t_a')")).toEqual([[null]]);
});

test("a composite value with an empty part is one", async () => {
  await client.query(`CREATE TYPE public.pair AS (a int, b int);
    CREATE TABLE public.t (id int PRIMARY KEY, p public.pair);
    INSERT INTO public.t VALUES (1, (1, NULL)), (2, (NULL, NULL)), (3, NULL)`);
  const before = await rowsOf("SELECT id, p::text FROM public.t ORDER BY id");
  await back([{ ...inPublic, kind: "column", table: "t", column: "p" }], "ALTER TABLE public.t DROP p");
  await forth("ALTER TABLE public.t ADD p public.pair");
  expect(await rowsOf("SELECT id, p::text FROM public.t ORDER BY id")).toEqual(before);
});

test("a value whose row was deleted since stays in the archive, and the row stays deleted", async () => {
  await client.query(
    "CREATE TABLE public.t (id int PRIMARY KEY, a text); INSERT INTO public.t VALUES (1, 'x'), (2, 'y')",
  );
  await back([{ ...inPublic, kind: "column", table: "t", column: "a" }], "ALTER TABLE public.t DROP a");
  await client.query("DELETE FROM public.t WHERE id = 1");
  const { restored } = await forth("ALTER TABLE public.t ADD a text");
  expect(restored).toMatchObject([{ back: 1, gone: 1 }]);
  expect(await rowsOf("SELECT * FROM public.t")).toEqual([[2, "y"]]);
  expect(await rowsOf("SELECT key_1, value FROM build_it.archive_1_t_a")).toEqual([[1, "x"]]);
});

const circle = `
  CREATE TABLE public.a (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, b int, parent int REFERENCES public.a, twice int GENERATED ALWAYS AS (id * 2) STORED);
  CREATE TABLE public.b (id int PRIMARY KEY, a int REFERENCES public.a);
  ALTER TABLE public.a ADD CONSTRAINT a_b FOREIGN KEY (b) REFERENCES public.b`;

test("tables that refer to each other and to themselves come back whole, and number on from where they were", async () => {
  await client.query(`${circle};
    INSERT INTO public.a (b) VALUES (NULL), (NULL); INSERT INTO public.b VALUES (1, 2), (2, 1);
    UPDATE public.a SET b = id, parent = 3 - id`);
  const before = await rowsOf("SELECT * FROM public.a ORDER BY id");
  await back(
    [
      { ...inPublic, kind: "rows", table: "a" },
      { ...inPublic, kind: "rows", table: "b" },
    ],
    "ALTER TABLE public.a DROP CONSTRAINT a_b; DROP TABLE public.b, public.a",
  );
  const { restored } = await forth(circle);
  expect(restored.map(({ back }) => back)).toEqual([2, 2]);
  expect(await rowsOf("SELECT * FROM public.a ORDER BY id")).toEqual(before);
  expect(await rowsOf("INSERT INTO public.a DEFAULT VALUES RETURNING id")).toEqual([[3]]);
  expect(await rowsOf("SELECT DISTINCT condeferrable FROM pg_constraint WHERE contype = 'f'")).toEqual([[false]]);
});

test("values of a type that is dropped come back when it is there again", async () => {
  const type = "CREATE TYPE public.mood AS ENUM ('sad', 'it''s ok')";
  const column = "ALTER TABLE public.t ADD moods public.mood[]";
  await client.query(`CREATE TABLE public.t (id uuid PRIMARY KEY DEFAULT gen_random_uuid()); ${type}; ${column};
    INSERT INTO public.t (moods) VALUES ('{sad,"it''s ok"}')`);
  const drop = "ALTER TABLE public.t DROP moods; DROP TYPE public.mood";
  const gone = await back([{ ...inPublic, kind: "column", table: "t", column: "moods" }], drop);
  expect(gone.archived).toMatchObject([{ column_type: "public.mood[]" }]);
  await forth(`${type}; ${column}`);
  expect(await rowsOf("SELECT moods::text FROM public.t")).toEqual([['{sad,"it\'s ok"}']]);
});

test("values that a change of type alters come back with it, but for those that somebody changed since", async () => {
  await client.query(
    "CREATE TABLE public.t (id int PRIMARY KEY, at text); INSERT INTO public.t VALUES (1, '1.5'), (2, '2.5'), (3, '3')",
  );
  const loss: Loss = {
    ...inPublic,
    kind: "values",
    table: "t",
    column: "at",
    which: "values",
    becomes: { ...inPublic, table: "t", column: "at" },
  };
  const { archived } = await back([loss], "ALTER TABLE public.t ALTER at TYPE int USING trunc(at::numeric)");
  // The third reads as before, so nothing of it is lost.
  expect(archived).toMatchObject([{ rows: 2 }]);
  await client.query("UPDATE public.t SET at = 7 WHERE id = 2");
  const { restored } = await forth("ALTER TABLE public.t ALTER at TYPE text");
  expect(restored).toMatchObject([{ back: 1, changed: 1 }]);
  expect(await rowsOf("SELECT * FROM public.t ORDER BY id")).toEqual([
    [1, "1.5"],
    [2, "7"],
    [3, "3"],
  ]);
});

test("one row that does not fit any more keeps no other from coming back", async () => {
  await client.query(`CREATE TABLE public.p (id int PRIMARY KEY); INSERT INTO public.p VALUES (1), (2);
    CREATE TABLE public.t (id int PRIMARY KEY, p int REFERENCES public.p, code text UNIQUE);
    INSERT INTO public.t VALUES (1, 1, 'a'), (2, 2, 'b'), (3, NULL, 'c')`);
  const columns = ["p", "code"].map((column): Loss => ({ ...inPublic, kind: "column", table: "t", column }));
  await back(columns, "ALTER TABLE public.t DROP p, DROP code");
  await client.query("DELETE FROM public.p WHERE id = 2");
  const { restored } = await forth(
    `ALTER TABLE public.t ADD p int REFERENCES public.p, ADD code text UNIQUE; INSERT INTO public.t VALUES (4, NULL, 'c')`,
  );
  expect(restored).toMatchObject([
    { entry: { column_name: "code" }, back: 2, refused: 1, reason: expect.stringContaining("duplicate key") },
    { entry: { column_name: "p" }, back: 1, refused: 1 },
  ]);
  expect(await rowsOf("SELECT * FROM public.t ORDER BY id")).toEqual([
    [1, 1, "a"],
    [2, null, "b"],
    [3, null, null],
    [4, null, "c"],
  ]);
  expect(await left()).toEqual([
    ["t", 1],
    ["t", 1],
  ]);
});

test("rows that row level security hides from their owner are archived too", async () => {
  await client.query(`CREATE TABLE public.t (id int PRIMARY KEY, a text); INSERT INTO public.t VALUES (1, 'x');
    ALTER TABLE public.t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`);
  expect(await rowsOf("SELECT * FROM public.t")).toEqual([]);
  const column: Loss = { ...inPublic, kind: "column", table: "t", column: "a" };
  const { archived } = await back([column], "ALTER TABLE public.t DROP a");
  expect(archived).toMatchObject([{ rows: 1 }]);
  const { restored } = await forth("ALTER TABLE public.t ADD a text");
  expect(restored).toMatchObject([{ back: 1 }]);
  expect(await rowsOf("SELECT relforcerowsecurity FROM pg_class WHERE relname = 't'")).toEqual([[true]]);
});

test("rows that a table is made with take back what was made of them, and nothing is lost where another one has their place", async () => {
  const make = `CREATE TABLE public.t (id int PRIMARY KEY, code text UNIQUE, note text);
    ALTER TABLE public.t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`;
  await client.query(`${make}; ALTER TABLE public.t NO FORCE ROW LEVEL SECURITY;
    INSERT INTO public.t VALUES (1, 'a', 'mine'), (2, 'b', 'mine'), (9, 'own', 'mine');
    ALTER TABLE public.t FORCE ROW LEVEL SECURITY`);
  await back([{ ...inPublic, kind: "rows", table: "t" }], "DROP TABLE public.t");
  const { restored } = await forth(`CREATE TABLE public.t (id int PRIMARY KEY, code text UNIQUE, note text);
    INSERT INTO public.t VALUES (1, 'a', 'made'), (7, 'b', 'made'), (3, 'c', 'made');
    ALTER TABLE public.t ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`);
  expect(restored).toMatchObject([{ back: 2, refused: 1, reason: expect.stringContaining("duplicate key") }]);
  await client.query("ALTER TABLE public.t NO FORCE ROW LEVEL SECURITY");
  expect(await rowsOf("SELECT * FROM public.t ORDER BY id")).toEqual([
    [1, "a", "mine"],
    [3, "c", "made"],
    [7, "b", "made"],
    [9, "own", "mine"],
  ]);
  expect(await left()).toEqual([["t", 1]]);
});

test("values of a table without a key are kept as whole rows, for a person to look at", async () => {
  await client.query("CREATE TABLE public.t (a text, b int); INSERT INTO public.t VALUES ('x', 1)");
  await back([{ ...inPublic, kind: "column", table: "t", column: "a" }], "ALTER TABLE public.t DROP a");
  const { restored } = await forth("ALTER TABLE public.t ADD a text");
  expect(restored).toMatchObject([{ back: 0, untold: 1 }]);
  expect(await rowsOf("SELECT a, b FROM build_it.archive_1_t_a")).toEqual([["x", 1]]);
});

test("names and values may be anything", async () => {
  await client.query(`CREATE SCHEMA "a""b.c";
    CREATE TABLE "a""b.c"."select %1$s" ("value" int, seen text, "it's $$" text, PRIMARY KEY ("value", seen));
    INSERT INTO "a""b.c"."select %1$s" VALUES (1, 'kept''', E'\\\\ $$ \\n')`);
  const loss: Loss = { kind: "column", schema: 'a"b.c', table: "select %1$s", column: "it's $$" };
  const name = `"a""b.c"."select %1$s"`;
  await back([loss], `ALTER TABLE ${name} DROP "it's $$"`);
  await forth(`ALTER TABLE ${name} ADD "it's $$" text`);
  expect(await rowsOf(`SELECT * FROM ${name}`)).toEqual([[1, "kept'", "\\ $$ \n"]]);
});

test("a former name has what its column has", async () => {
  await client.query(
    "CREATE TABLE public.t (id int PRIMARY KEY, a text, was text); INSERT INTO public.t VALUES (1, 'x', 'x')",
  );
  const repeats = { "column:public.t.was": "column:public.t.a" };
  await back([{ ...inPublic, kind: "column", table: "t", column: "a" }], "ALTER TABLE public.t DROP a, DROP was");
  await forth("ALTER TABLE public.t ADD a text, ADD was text", { repeats });
  expect(await rowsOf("SELECT * FROM public.t")).toEqual([[1, "x", "x"]]);
});

test("what was left in the archive once does not come back by itself over what is newer", async () => {
  const column: Loss = { ...inPublic, kind: "column", table: "t", column: "a" };
  await client.query("CREATE TABLE public.t (id int PRIMARY KEY, a text); INSERT INTO public.t VALUES (1, 'old')");
  await back([column], "ALTER TABLE public.t DROP a");
  const { waiting } = await forth("ALTER TABLE public.t ADD a text", { restore: false });
  expect(waiting).toHaveLength(1);
  await client.query("UPDATE public.t SET a = 'new'");
  await back([column], "ALTER TABLE public.t DROP a");
  await forth("ALTER TABLE public.t ADD a text");
  expect(await rowsOf("SELECT a FROM public.t")).toEqual([["new"]]);
  expect(await left()).toEqual([
    ["t", 1],
    ["t", 0],
  ]);
});

test("nobody writes to a table between the copy and the end", async () => {
  await client.query("CREATE TABLE public.t (id int PRIMARY KEY, a text); INSERT INTO public.t VALUES (1, 'x')");
  const other = await database.client();
  await other.query("SET lock_timeout = 1");
  await client.query("BEGIN");
  const run = { iteration: 1, action: "rollback", record_hash: "hash" } as const;
  const losses: readonly Loss[] = [{ ...inPublic, kind: "column", table: "t", column: "a" }];
  await keepRows({ losses, renames: [], repeats: {}, atOnce: true, restore: true }, run).archive(client);
  expect((await other.query("SELECT * FROM public.t")).rows).toHaveLength(1);
  await expect(other.query("INSERT INTO public.t VALUES (2, 'y')")).rejects.toThrow("lock timeout");
  await client.query("ROLLBACK");
});
