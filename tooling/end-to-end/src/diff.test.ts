import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { splitScript } from "@build-it/postgres-schema";
import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withAccount } from "./seed-model.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** `build-it diff`: any two sources, what is printed, how it ends, and that the script does what it says. */

let workspace: Workspace;
const databases: TestDatabase[] = [];
beforeAll(async () => {
  workspace = await createWorkspace();
});
afterAll(async () => {
  for (const database of databases) await database.drop();
  await workspace[Symbol.asyncDispose]();
});

async function write(path: string, text: string): Promise<string> {
  const file = join(workspace.root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

async function liveDatabase(sql = ""): Promise<TestDatabase> {
  const database = await createTestDatabase({ major: 18 });
  databases.push(database);
  const client = await database.client();
  await client.query(sql);
  await client.end();
  return database;
}

const hostile = `"; drop schema public cascade; --`.replaceAll('"', '""');
const oldSchema = `
CREATE TYPE mood AS ENUM ('calm', 'cross');
CREATE TABLE accounts (id uuid PRIMARY KEY, name varchar(50) NOT NULL, mood mood DEFAULT 'calm', phone text);
CREATE INDEX accounts_phone ON accounts (phone);
CREATE VIEW names AS SELECT id, name FROM accounts;
GRANT SELECT ON names TO diff_reader;
CREATE TABLE "${hostile}" (id int);
`;
const newSchema = `
\\restrict abc
SET check_function_bodies = off;
CREATE TYPE mood AS ENUM ('calm', 'cross', 'merry');
CREATE TABLE accounts (
  id uuid PRIMARY KEY, name text NOT NULL, mood mood DEFAULT 'calm', mobile text, "${hostile}" int
);
COPY accounts (id, name) FROM stdin;
e5e8b1f0-0000-4000-8000-000000000000	it's; "here"
\\.
CREATE VIEW names AS SELECT id, name, mood FROM accounts;
GRANT SELECT ON names TO diff_reader;
CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT n + n; SELECT n * 2; END;
\\unrestrict abc
`;

test("the script that it prints leads from one to the other", async () => {
  const [from, to] = [await write("old.sql", oldSchema), await write("new.sql", newSchema)];
  const live = await liveDatabase();
  const url = live.url;
  const started = await workspace.buildIt("diff", "--from", url, "--to", from, "--no-privileges", "--sql");
  expect([started.exitCode, started.stderr]).toEqual([2, expect.any(String)]);
  await runAsPsql(live, started.stdout);
  for (const wanted of [to, from]) {
    const { exitCode, stdout, stderr } = await workspace.buildIt(
      ...["diff", "--from", url, "--to", wanted, "--no-privileges", "--sql"],
    );
    expect(exitCode, stderr).toBe(2);
    await runAsPsql(live, stdout);
    const again = await workspace.buildIt("diff", "--from", url, "--to", wanted, "--no-privileges", "--sql");
    expect(again).toMatchObject({ exitCode: 0, stdout: "" });
  }
});

test("a summary for people, and an object for programs", async () => {
  const [from, to] = [await write("old.sql", oldSchema), await write("new.sql", newSchema)];
  const summary = await workspace.buildIt("diff", "--from", from, "--to", to);
  expect(summary.exitCode).toBe(2);
  expect(summary.stdout).toContain("  ~ column name: type character varying(50) → text");
  expect(summary.stdout).toContain("deletes data");
  expect(summary.stderr).toContain("The role diff_reader is not in the files");
  expect(summary.stderr).toContain("--rename public.accounts.phone=mobile");
  const { stdout } = await workspace.buildIt("diff", "--from", from, "--to", to, "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    status: "different",
    from: { kind: "sql", major: 18 },
    differences: expect.arrayContaining([
      expect.objectContaining({ change: "changed", id: "column:public.accounts.name", attributes: ["type"] }),
    ]),
    steps: expect.arrayContaining([expect.objectContaining({ lock: "access_exclusive" })]),
  });
});

test("a rename is one where it is said", async () => {
  const from = await write("a.sql", "CREATE TABLE accounts (id int PRIMARY KEY, phone text);");
  const to = await write("b.sql", "CREATE TABLE customers (id int PRIMARY KEY, mobile text);");
  const { stdout } = await workspace.buildIt(
    ...["diff", "--from", from, "--to", to, "--sql"],
    ...["--rename", "public.accounts=customers", "--rename", "public.customers.phone=mobile"],
  );
  expect(stdout).toContain("RENAME TO customers");
  expect(stdout).toContain("RENAME COLUMN phone TO mobile");
  expect(stdout).not.toContain("DROP");
});

test("a folder of files, loaded in the order of their names", async () => {
  await write("folder/2_view.sql", "CREATE VIEW v AS SELECT * FROM t;");
  await write("folder/1_table.sql", "CREATE TABLE t (id int);");
  const whole = await write("whole.sql", "\\ir folder/1_table.sql\nCREATE VIEW v AS SELECT * FROM t;");
  const { exitCode, stderr } = await workspace.buildIt("diff", "--from", join(workspace.root, "folder"), "--to", whole);
  expect(exitCode, stderr).toBe(0);
});

test("files give owners to what they say, and leave the rest to whoever has it", async () => {
  const live = await liveDatabase(`DO $$ BEGIN CREATE ROLE diff_owner; EXCEPTION WHEN duplicate_object THEN END $$;
    CREATE TABLE kept (id int); CREATE TABLE given (id int);
    ALTER TABLE kept OWNER TO diff_owner; ALTER SCHEMA public OWNER TO diff_owner`);
  const files = await write(
    "owners.sql",
    "CREATE TABLE kept (id int); CREATE TABLE given (id int); ALTER TABLE given OWNER TO diff_owner;",
  );
  const { stdout } = await workspace.buildIt("diff", "--from", live.url, "--to", files, "--sql");
  expect(stdout.match(/^ALTER .*$/gm)).toEqual(["ALTER TABLE public.given OWNER TO diff_owner;"]);
  const same = await workspace.buildIt("diff", "--from", live.url, "--to", files, "--no-owner");
  expect(same.exitCode, same.stdout).toBe(0);
});

test("files that stand on Supabase, and put tables into its publication", async () => {
  const tables = "CREATE TABLE notes (id int PRIMARY KEY, owner uuid DEFAULT auth.uid());\n";
  const old = await write("realtime/old.sql", tables);
  const wanted = await write("realtime/new.sql", `${tables}ALTER PUBLICATION supabase_realtime ADD TABLE notes;\n`);
  const { exitCode, stdout } = await workspace.buildIt("diff", "--from", old, "--to", wanted, "--sql");
  expect([exitCode, stdout]).toEqual([
    2,
    expect.stringContaining("ALTER PUBLICATION supabase_realtime ADD TABLE public.notes;"),
  ]);
  const plain = await write("realtime/plain.sql", tables.replace("auth.uid()", "gen_random_uuid()"));
  const { stdout: beside } = await workspace.buildIt("diff", "--from", wanted, "--to", plain, "--sql");
  expect(beside).not.toContain("PUBLICATION");
});

test("the model, its snapshot and the database that it was built on are the same", async () => {
  await workspace.writeModel(withAccount);
  expect((await workspace.buildIt("run")).exitCode).toBe(0);
  const { stdout } = await workspace.buildIt("db", "url");
  const sources = [workspace.app, join(workspace.app, "database", "snapshot.json"), stdout.trim()];
  for (const from of sources)
    for (const to of sources) {
      const { exitCode, stderr, stdout } = await workspace.buildIt("diff", "--from", from, "--to", to);
      expect(exitCode, stderr + stdout).toBe(0);
    }
  const empty = await write("empty.sql", "-- nothing");
  const all = await workspace.buildIt("diff", "--from", empty, "--to", workspace.app, "--sql");
  expect(all.exitCode).toBe(2);
  expect(all.stdout).toContain("CREATE TABLE public.accounts");
  await workspace.buildIt("db", "stop", "--force");
});

describe("what goes wrong", () => {
  test("a statement that PostgreSQL refuses, at its place", async () => {
    const file = await write("broken.sql", "CREATE TABLE t (id int);\n\nALTER TABLE t\n  ADD COLUMN x nonsense;\n");
    const { exitCode, stdout, stderr } = await workspace.buildIt("diff", "--from", file, "--to", file, "--sql");
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toContain('type "nonsense" does not exist');
    expect(stderr).toMatch(/broken\.sql:4:16/);
  });

  test("what cannot be compared is named, and no half script is printed", async () => {
    const from = await write("none.sql", "SELECT 1;");
    const to = await write("subscriber.sql", "CREATE SUBSCRIPTION s CONNECTION 'host=nowhere' PUBLICATION p;");
    const { exitCode, stdout, stderr } = await workspace.buildIt("diff", "--from", from, "--to", to, "--sql");
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("subscription s");
  });

  test.each([
    [["--from", "missing.sql", "--to", "missing.sql"], "There is no missing.sql"],
    [["--from", "postgresql://nobody:secret@127.0.0.1:1/x", "--to", "missing.sql"], "There is no missing.sql"],
  ])("%j", async (args, message) => {
    const { exitCode, stderr } = await workspace.buildIt("diff", ...args);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(message);
  });

  test("a password is not printed", async () => {
    const file = await write("none.sql", "SELECT 1;");
    const url = "postgresql://nobody:secret@127.0.0.1:1/x";
    const { exitCode, stderr, stdout } = await workspace.buildIt("diff", "--from", url, "--to", file);
    expect(exitCode).toBe(1);
    expect(stderr + stdout).toContain("nobody:***@127.0.0.1");
    expect(stderr + stdout).not.toContain("secret");
  });
});

/** Each statement by itself, as psql runs a file. */
async function runAsPsql(database: TestDatabase, script: string): Promise<void> {
  const client = await database.client();
  try {
    for (const part of splitScript(script)) if (part.kind === "statement") await client.query(part.text);
  } finally {
    await client.end();
  }
}
