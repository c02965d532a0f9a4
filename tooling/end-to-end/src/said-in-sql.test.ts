import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { modelOfAccount, withAccount } from "./seed-model.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** `sql/schema/`: database objects of any kind, managed like those of entities. */

let workspace: Workspace;
beforeAll(async () => {
  workspace = await createWorkspace();
});
afterAll(() => workspace[Symbol.asyncDispose]());
beforeEach(() => workspace.reset());

const tables = `
CREATE TABLE ledger.entries (
  account_id uuid NOT NULL REFERENCES public.accounts,
  booked_on date NOT NULL,
  amount ledger.positive,
  mood ledger.mood DEFAULT 'calm',
  PRIMARY KEY (account_id, booked_on)
) PARTITION BY RANGE (booked_on);
CREATE TABLE ledger.entries_2026 PARTITION OF ledger.entries FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
GRANT SELECT ON ledger.entries TO ledger_reader;
CREATE MATERIALIZED VIEW ledger.totals AS SELECT account_id, sum(amount) AS total FROM ledger.entries GROUP BY 1;
`;
// Its statements come after those that need them.
const types = `
SET search_path = ledger, public;
CREATE SCHEMA ledger;
CREATE DOMAIN positive AS numeric(12,2) CHECK (VALUE > 0);
CREATE TYPE mood AS ENUM ('calm', 'cross');
ALTER DEFAULT PRIVILEGES IN SCHEMA ledger GRANT SELECT ON TABLES TO ledger_reader;
`;
const model = {
  ...withAccount,
  "entities/account.yaml": modelOfAccount(
    "  limit: { type: postgres, name: ledger.positive, default: { sql: public.usual() } }\n",
  ),
  "sql/schema/entries.sql": tables,
  "sql/schema/types.sql": types,
  "sql/schema/usual.sql":
    "CREATE FUNCTION usual() RETURNS ledger.positive LANGUAGE sql RETURN 100;\nCREATE INDEX ON accounts (lower(name));\n",
};

const objects = async (): Promise<readonly string[]> =>
  (
    await workspace.query<{ name: string }>(
      "SELECT oid::regclass::text AS name FROM pg_class WHERE relnamespace = to_regnamespace('ledger') AND relkind IN ('r', 'p', 'm') ORDER BY 1",
    )
  ).map(({ name }) => name);

test("is built with the entities that it needs and that need it, verified, changed and taken back", async () => {
  await workspace.writeModel(model);
  const first = await workspace.buildIt("run");
  expect(first.exitCode, first.stderr).toBe(0);
  expect(await objects()).toEqual(["ledger.entries", "ledger.entries_2026", "ledger.totals"]);
  expect((await workspace.buildIt("verify")).exitCode).toBe(0);
  expect((await workspace.buildIt("plan", "--sql")).stdout).toBe("");
  expect((await workspace.buildIt("run", "--json")).stdout).toContain('"applied": []');

  await workspace.writeModel({
    "sql/schema/entries.sql": tables.replace("mood ledger.mood", "note text, mood ledger.mood"),
  });
  const second = await workspace.buildIt("run");
  expect(second.exitCode, second.stderr).toBe(0);
  const migration = await workspace.read("database/migrations/002_add_note.sql");
  expect(migration.match(/^[A-Z].*;$/gm)).toEqual(["ALTER TABLE ledger.entries ADD COLUMN note text;"]);

  await workspace.query("DROP MATERIALIZED VIEW ledger.totals");
  const drift = await workspace.buildIt("verify");
  expect([drift.exitCode, drift.stderr]).toEqual([4, expect.stringContaining("ledger.totals")]);
  await workspace.query(
    "CREATE MATERIALIZED VIEW ledger.totals AS SELECT account_id, sum(amount) AS total FROM ledger.entries GROUP BY 1; REVOKE ALL ON ledger.totals FROM ledger_reader",
  );
  const back = await workspace.buildIt("rollback", "--to", "0");
  expect(back.exitCode, back.stderr).toBe(0);
  expect(await objects()).toEqual([]);
});

test("the indexes of partitions have the names that are said, through every iteration and back", async () => {
  const events = `
CREATE TABLE events (id bigint NOT NULL, kind text) PARTITION BY LIST (kind);
CREATE TABLE events_a PARTITION OF events FOR VALUES IN ('a');
CREATE INDEX events_id ON events (id);
CREATE INDEX events_odd ON events (id) WHERE id % 2 = 1;
`;
  const names = async (): Promise<readonly string[]> =>
    (
      await workspace.query<{ name: string }>(
        "SELECT relname AS name FROM pg_class WHERE relkind = 'i' AND relispartition ORDER BY relname",
      )
    ).map(({ name }) => name);
  const become = async (text: string, expected: readonly string[]): Promise<void> => {
    await workspace.writeModel({ ...withAccount, "sql/schema/events.sql": text });
    const run = await workspace.buildIt("run");
    expect(run.exitCode, run.stderr).toBe(0);
    expect(await names()).toEqual(expected);
  };
  const usual = ["events_a_id_idx", "events_a_id_idx1"];
  await become(events, usual);
  const named = `${events}ALTER INDEX events_a_id_idx RENAME TO ids_of_a;\nCOMMENT ON INDEX ids_of_a IS 'By id.';\n`;
  await become(named, ["events_a_id_idx1", "ids_of_a"]);
  await become(
    `${named}CREATE TABLE events_b PARTITION OF events FOR VALUES IN ('b');\nALTER INDEX events_b_id_idx1 RENAME TO odd_of_b;\n`,
    ["events_a_id_idx1", "events_b_id_idx", "ids_of_a", "odd_of_b"],
  );
  const back = await workspace.buildIt("rollback", "--to", "1");
  expect(back.exitCode, back.stderr).toBe(0);
  expect(await names()).toEqual(usual);
  const forward = await workspace.buildIt("run");
  expect(forward.exitCode, forward.stderr).toBe(0);
  expect(await names()).toEqual(["events_a_id_idx1", "events_b_id_idx", "ids_of_a", "odd_of_b"]);
});

test("types that would round or refuse values halt, in whatever they are held, and what a way back rounds is archived", async () => {
  const prices = (money: string, share: string, name: string) => ({
    ...withAccount,
    "sql/schema/prices.sql": `CREATE SCHEMA ledger; CREATE DOMAIN ledger.money AS ${money};
CREATE TYPE ledger.part AS (share ${share}, name ${name}, price ledger.money);
CREATE TYPE ledger.whole AS (label text, parts ledger.part[]);
CREATE TABLE ledger.prices (id int PRIMARY KEY, price ledger.money, part ledger.part, parts ledger.part[], whole ledger.whole);`,
  });
  const values = () =>
    workspace.query("SELECT price::text, part::text, parts::text, whole::text FROM ledger.prices ORDER BY id");
  await workspace.writeModel(prices("numeric(12,2)", "numeric(12,2)", "varchar(5)"));
  const first = await workspace.buildIt("run");
  expect(first.exitCode, first.stderr).toBe(0);
  await workspace.writeModel(prices("numeric(12,4)", "numeric(12,4)", "varchar(10)"));
  const wider = await workspace.buildIt("run");
  expect(wider.exitCode, wider.stderr).toBe(0);
  await workspace.query(`INSERT INTO ledger.prices VALUES
    (1, 1.2, ROW(0.1, 'short', 2), '{}', NULL),
    (2, 1.2345, ROW(0.1234, 'longer', 1)::ledger.part, ARRAY[ROW(1, 'short', 1.2345)]::ledger.part[], NULL),
    (3, NULL, ROW(0.1234, 'short', NULL), NULL, ROW('it''s', ARRAY[ROW(0.5, 'longer too', NULL), NULL]::ledger.part[]))`);
  const rows = await values();

  await workspace.writeModel(prices("numeric(12,2)", "numeric(12,2)", "varchar(5)"));
  const refused = await workspace.buildIt("run");
  expect(refused.exitCode, refused.stderr).toBe(5);
  const said = refused.stderr.replaceAll(/\s+/g, " ");
  for (const [what, found, example] of [
    ["The domain ledger.money of ledger.prices.price changes from numeric(12,4) to numeric(12,2)", 1, 2],
    ["The domain ledger.money of ledger.prices.parts changes", 1, 2],
    ["The attribute share of ledger.part, of which ledger.prices.part holds values, changes from numeric(12,4)", 2, 2],
    [
      "The attribute name of ledger.part, of which ledger.prices.part holds values, changes from character varying",
      1,
      2,
    ],
    [
      "The attribute name of ledger.part, of which ledger.prices.whole holds values, changes from character varying",
      1,
      3,
    ],
  ] as const) {
    const [, told = ""] = said.split(what);
    expect(told, what).toContain(" in the way");
    expect(told.slice(0, told.indexOf("database/"))).toContain(
      `${found} of 3 rows are in the way, for one that with id ${example}.`,
    );
  }
  expect(await values()).toEqual(rows);

  const wayBack = await workspace.buildIt("rollback", "--to", "1");
  expect(wayBack.exitCode, wayBack.stderr).toBe(5);
  expect(wayBack.stderr.replaceAll(/\s+/g, " ")).toContain(
    "Back in iteration 1: The attribute name of ledger.part, of which ledger.prices.whole holds values",
  );
  expect(wayBack.stderr).not.toContain("ledger.money");
  await workspace.query(`UPDATE ledger.prices SET part.name = 'short' WHERE id = 2;
    UPDATE ledger.prices SET whole.parts[1].name = 'short' WHERE id = 3`);
  const fitting = await values();
  await workspace.writeModel(prices("numeric(12,4)", "numeric(12,4)", "varchar(10)"));
  const back = await workspace.buildIt("rollback", "--to", "1");
  expect(back.exitCode, back.stderr).toBe(0);
  expect(await values()).toMatchObject([
    { price: "1.20" },
    { price: "1.23", part: "(0.12,short,1.00)" },
    { price: null },
  ]);
  const again = await workspace.buildIt("run");
  expect(again.exitCode, again.stderr).toBe(0);
  expect(await values()).toEqual(fitting);
});

test("a function that says a former name is found by its body, with its place", async () => {
  const code = (field: string) => ({ ...withAccount, "entities/account.yaml": modelOfAccount(`  ${field}\n`) });
  const capitals = (name: string) => `CREATE FUNCTION public.capitals() RETURNS trigger LANGUAGE plpgsql AS '
BEGIN
  NEW.${name} := upper(NEW.${name}); -- ''code''
  RETURN NEW;
END';
CREATE TRIGGER capitals BEFORE INSERT ON public.accounts FOR EACH ROW EXECUTE FUNCTION public.capitals();
`;
  await workspace.writeModel({ ...code("code: string"), "sql/schema/capitals.sql": capitals("code") });
  const first = await workspace.buildIt("run");
  expect(first.exitCode, first.stderr).toBe(0);
  const before = await workspace.describeDatabase();

  await workspace.writeModel(code("key: { type: string, renamed_from: code }"));
  const files = await workspace.hashFiles();
  for (const command of ["plan", "run"]) {
    const { exitCode, stderr } = await workspace.buildIt(command);
    expect([exitCode, stderr]).toEqual([5, expect.stringContaining("database/body_says_former_name")]);
    expect(stderr).toContain("busm/crm/sql/schema/capitals.sql:3:7");
    expect(stderr).toContain("NEW.code := upper(NEW.code);");
    expect(stderr.replaceAll(/\s+/g, " ")).toContain("`-- still says: accounts.code`");
  }
  expect([await workspace.hashFiles(), await workspace.describeDatabase()]).toEqual([files, before]);

  await workspace.writeModel({ "sql/schema/capitals.sql": capitals("key") });
  const second = await workspace.buildIt("run");
  expect(second.exitCode, second.stderr).toBe(0);
  await workspace.query(
    "INSERT INTO accounts (name, code) VALUES ('one', 'old'); INSERT INTO accounts (name, key) VALUES ('two', 'new')",
  );
  expect(await workspace.query("SELECT key, code FROM accounts ORDER BY name")).toEqual([
    { key: "OLD", code: "OLD" },
    { key: "NEW", code: "NEW" },
  ]);
});

describe("what is refused, with its place", () => {
  test.each([
    [
      "CREATE TABLE t (id int);\nCREATE TABLE u (id nonsense);",
      "sql/schema/wrong.sql:2:20",
      'type "nonsense" does not exist',
    ],
    ["COPY t FROM stdin;\n1\n\\.\n", "sql/schema/wrong.sql:1:1", "COPY cannot stand"],
    ["CREATE TABLE accounts (id int);", "", "already exists"],
    [
      "CREATE OPERATOR === (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq, COMMUTATOR = ==!);",
      "",
      "operator that was only named",
    ],
  ])("%s", async (sql, place, message) => {
    await workspace.writeModel({ ...withAccount, "sql/schema/wrong.sql": sql });
    const { exitCode, stderr } = await workspace.buildIt("run");
    expect([exitCode, stderr.replaceAll(/\s+/g, " ")]).toEqual([1, expect.stringContaining(message)]);
    expect(stderr).toContain(place);
  });
});
