import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** What is kept for earlier iterations, until somebody retires it. */

let workspace: Workspace;
beforeAll(async () => {
  workspace = await createWorkspace();
});
afterAll(() => workspace[Symbol.asyncDispose]());

const model = (fields: string): Readonly<Record<string, string>> => ({
  "module.yaml": "title: Shop\nsub_modules:\n  main: { title: Main, entities: [Item] }\n",
  "entities/item.yaml": `entity: Item\nfields:\n${fields}access:\n  - { allow: all, to: signed_in }\n`,
});
const start = "  name: { type: string, required: true }\n  note: { type: text, required: true, default: none }\n";
const buildIt = async (exitCode: number, ...words: readonly string[]) => {
  const end = await workspace.buildIt(...words);
  expect(end.exitCode, end.stderr).toBe(exitCode);
  return end;
};
const items = () => workspace.query("SELECT * FROM items");

beforeEach(async () => {
  await workspace.reset();
  await workspace.writeModel(model(start));
  await buildIt(0, "run");
  await workspace.query("INSERT INTO items (name, note) VALUES ('one', 'kept')");
});

describe("a field that left the model", () => {
  beforeEach(async () => {
    await workspace.writeModel(model("  name: { type: string, required: true }\n"));
    await buildIt(0, "run");
  });

  test("is listed, with the iteration that left it behind", async () => {
    const { stdout } = await buildIt(0, "retire");
    expect(stdout).toContain("items.note: kept since iteration 2; code of iterations before 2 uses it");
  });

  test("goes only when somebody says so", async () => {
    const before = await workspace.hashFiles();
    const { stderr } = await buildIt(3, "retire", "items.note");
    expect(stderr).toContain("build-it retire items.note --yes");
    expect(await workspace.hashFiles()).toEqual(before);
    await buildIt(1, "retire", "items.name", "--yes");
    expect(await workspace.hashFiles()).toEqual(before);
  });

  test("goes in an iteration of its own, and its values come back when that is taken back", async () => {
    const whole = await items();
    await buildIt(0, "retire", "items.note", "--yes");
    expect(Object.keys((await items())[0] ?? {})).not.toContain("note");
    expect(await workspace.read("database/migrations/003_retire_note.sql")).toContain("DROP COLUMN note");
    expect(JSON.parse(await workspace.read("database/iterations/003.json")).databaseChanges.retired).toEqual([
      "items.note",
    ]);
    expect((await buildIt(0, "retire")).stdout).toContain("Nothing is kept");
    expect((await buildIt(0, "run")).stderr).toContain("nothing changed");
    await buildIt(0, "rollback", "--to", "2");
    expect(await items()).toEqual(whole);
    await buildIt(0, "run");
    await buildIt(0, "rollback", "--to", "0");
    await buildIt(0, "run");
    await buildIt(0, "rollback", "--to", "2");
    expect(await items()).toEqual(whole);
  });

  test("is not retired while a view shows it", async () => {
    await workspace.writeModel({ "sql/notes.sql": "CREATE VIEW public.notes AS SELECT note FROM public.items;\n" });
    await buildIt(0, "run");
    const { stderr } = await buildIt(5, "retire", "items.note", "--yes");
    expect(stderr).toContain("view notes");
  });
});

test("a former name is retired, and comes back with what its column has by then", async () => {
  await workspace.writeModel(model(start.replace("note: {", "remark: { renamed_from: note,")));
  await buildIt(0, "run");
  expect((await buildIt(0, "retire")).stdout).toContain("the former name of items.remark");
  await buildIt(0, "retire", "items.note", "--yes");
  await workspace.query("UPDATE items SET remark = 'changed'");
  await buildIt(0, "rollback", "--to", "1");
  expect(await items()).toMatchObject([{ note: "changed" }]);
  await buildIt(0, "run");
  expect(await items()).toMatchObject([{ remark: "changed" }]);
});

test("a rollback that is killed between two iterations goes on when it is run again, and loses nothing", async () => {
  await workspace.writeModel(model(`${start}  size: integer\n`));
  await buildIt(0, "run");
  await workspace.writeModel(model(`${start}  size: integer\n  colour: text\n`));
  await buildIt(0, "run");
  await workspace.query("UPDATE items SET size = 3, colour = 'red'");
  const whole = await items();
  // What holds the second rollback up: an uncommitted row with a lock on the history would stop both, so a trigger waits.
  await workspace.query(`CREATE FUNCTION build_it.wait() RETURNS trigger LANGUAGE plpgsql AS
    'BEGIN IF NEW.iteration = 2 THEN PERFORM pg_sleep(600); END IF; RETURN NEW; END';
    CREATE TRIGGER wait BEFORE INSERT ON build_it.migration_history FOR EACH ROW EXECUTE FUNCTION build_it.wait()`);
  const running = workspace.startBuildIt("rollback", "--to", "0");
  await expect
    .poll(() => workspace.query("SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep'"), { timeout: 60_000 })
    .toHaveLength(1);
  running.kill();
  await running.done;
  await workspace.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'");
  await workspace.query("DROP FUNCTION build_it.wait() CASCADE");
  expect((await buildIt(0, "status")).stdout).toMatch(/Iteration\s+2/);
  await buildIt(0, "rollback", "--to", "0");
  await buildIt(0, "run");
  expect(await items()).toEqual(whole);
});

describe("what waits in the archive", () => {
  beforeEach(async () => {
    await workspace.query("INSERT INTO items (name, note) VALUES ('two', 'archived')");
    await workspace.writeModel(model(`${start}  size: integer\n`));
    await buildIt(0, "run");
    await workspace.query("UPDATE items SET size = length(name)");
    await buildIt(0, "rollback", "--to", "1");
    const { stderr } = await buildIt(0, "apply", "--no-restore");
    expect(stderr).toContain("2 values of items.size wait in the archive");
  });

  test("comes back when somebody asks for it, and what was written in the meantime stays", async () => {
    await workspace.query("UPDATE items SET size = 7 WHERE name = 'two'");
    expect((await buildIt(0, "restore", "--dry-run")).stdout).toContain("items.size: 2 values in build_it.archive_");
    expect((await buildIt(0, "restore")).stdout).toContain("items.size: 1 value back, 1 in build_it.archive_");
    expect(await workspace.query("SELECT name, size FROM items ORDER BY name")).toEqual([
      { name: "one", size: 3 },
      { name: "two", size: 7 },
    ]);
    await buildIt(0, "verify");
  });

  test("is told where there is no place for it", async () => {
    await buildIt(0, "rollback", "--to", "1", "--discard-data");
    expect((await buildIt(0, "restore")).stdout).toContain("no place for it in the database as it is now");
    expect(await workspace.query("SELECT rows_left::int FROM build_it.archive")).toEqual([{ rows_left: 2 }]);
  });
});

test("values that a migration moved come back when it is taken back, but for those that somebody changed since", async () => {
  const state = (values: string) => model(`${start}  state: { type: enum, values: ${values} }\n`);
  await workspace.writeModel(state("[open, done]"));
  await buildIt(0, "run");
  await workspace.query("INSERT INTO items (name, state) VALUES ('two', 'done'), ('three', 'done'), ('four', 'open')");
  await workspace.writeModel(state("[open, shut], map: { done: open }"));
  await buildIt(0, "run");
  await workspace.query("UPDATE items SET state = NULL WHERE name = 'three'");
  const { stderr } = await buildIt(0, "rollback", "--to", "2");
  expect(stderr.replaceAll(/\s+/g, " ")).toContain(
    "1 value of items.state stays in the archive: 1 that somebody changed",
  );
  expect(await workspace.query("SELECT name, state FROM items ORDER BY name")).toEqual([
    { name: "four", state: "open" },
    { name: "one", state: null },
    { name: "three", state: null },
    { name: "two", state: "done" },
  ]);
});
