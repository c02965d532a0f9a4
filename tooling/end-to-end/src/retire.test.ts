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

describe("an entity that left the model", () => {
  const access = "access:\n  - { allow: all, to: signed_in }\n";
  const module = (entities: string) => `title: Shop\nsub_modules:\n  main: { title: Main, entities: [${entities}] }\n`;
  const visit = `entity: Visit
fields:
  itemId: { type: reference, to: Item, required: true, on_delete: cascade }
  mood: { type: enum, values: [calm, cross], storage: native, required: true }
  number: { type: integer, unique: true }
  partOfId: -> Visit
${access}`;
  const busiest = `CREATE FUNCTION public.busiest() RETURNS bigint LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  RETURN (SELECT count(*) FROM public.visits);
END $$;
`;
  const whole = () =>
    workspace.query("SELECT v.*, i.name FROM visits v JOIN items i ON i.id = v.item_id ORDER BY number");
  let rows: readonly object[];
  beforeEach(async () => {
    await workspace.writeModel({
      "module.yaml": module("Item, Visit"),
      "entities/visit.yaml": visit,
      "sql/busiest.sql": busiest,
    });
    await buildIt(0, "run");
    await workspace.query(`INSERT INTO visits (item_id, mood, number) SELECT id, 'calm', 1 FROM items;
      INSERT INTO visits (item_id, mood, number, part_of_id) SELECT item_id, 'cross', 2, id FROM visits`);
    rows = await whole();
    await workspace.writeModel({ "module.yaml": module("Item"), "entities/visit.yaml": null });
    await buildIt(0, "run");
  });

  test("goes as a whole in an iteration of its own, and comes back with its rows", async () => {
    const { stdout } = await buildIt(0, "retire");
    expect(stdout).toContain(
      "visits: kept since iteration 3; code of iterations before 3 uses it; its name is in the text of function busiest()",
    );
    const before = [await workspace.hashFiles(), await workspace.describeDatabase()];
    const { stderr } = await buildIt(5, "retire", "visits", "--yes");
    expect(stderr).toContain("database/body_says_dropped_name");
    expect(stderr).toContain("busm/crm/sql/busiest.sql:3:39");
    expect([await workspace.hashFiles(), await workspace.describeDatabase()]).toEqual(before);

    await workspace.writeModel({ "sql/busiest.sql": `-- still says: visits\n${busiest}` });
    await buildIt(0, "retire", "visits", "--yes");
    expect(await workspace.query("SELECT to_regclass('visits') AS found, to_regtype('visit_mood') AS mood")).toEqual([
      { found: null, mood: null },
    ]);
    const migration = await workspace.read("database/migrations/004_retire_visits.sql");
    expect(migration.match(/^[A-Z].*;$/gm)).toEqual(["DROP TABLE public.visits;", "DROP TYPE public.visit_mood;"]);
    expect(JSON.parse(await workspace.read("database/iterations/004.json")).databaseChanges.retired).toEqual([
      "visits",
    ]);
    expect((await buildIt(0, "retire")).stdout).toContain("Nothing is kept");
    expect(await workspace.query("SELECT kind, table_name, rows_left::int FROM build_it.archive")).toEqual([
      { kind: "rows", table_name: "visits", rows_left: 2 },
    ]);

    const dry = await buildIt(0, "rollback", "--to", "3", "--dry-run");
    expect(dry.stdout).toContain("visits: 2 rows");
    await buildIt(0, "rollback", "--to", "3");
    expect(await whole()).toEqual(rows);
    await buildIt(0, "run");
    await buildIt(0, "rollback", "--to", "1");
    expect(await workspace.query("SELECT to_regclass('visits') AS found")).toEqual([{ found: null }]);
    await buildIt(0, "run");
    await buildIt(0, "rollback", "--to", "2");
    expect(await whole()).toEqual(rows);
  });
});

test("a reference and an enum that left go with all that is theirs, and come back with it", async () => {
  const more = "  state: { type: enum, values: [open, done], storage: native, default: open }\n  partOfId: -> Item\n";
  await workspace.writeModel(model(`${start}${more}`));
  await buildIt(0, "run");
  await workspace.query("INSERT INTO items (name, state, part_of_id) SELECT 'part', 'done', id FROM items");
  await workspace.writeModel(model(start));
  await buildIt(0, "run");
  const whole = await items();
  const objects = () =>
    workspace.query(`SELECT conname FROM pg_constraint WHERE conrelid = 'items'::regclass AND contype = 'f'
      UNION ALL SELECT indexname FROM pg_indexes WHERE tablename = 'items'
      UNION ALL SELECT typname FROM pg_type WHERE typtype = 'e' ORDER BY 1`);
  const before = await objects();
  expect(before).toHaveLength(4);
  expect((await buildIt(0, "retire")).stdout.match(/^items\.\w+: kept since iteration 3/gm)).toHaveLength(2);
  await buildIt(0, "retire", "items.part_of_id", "items.state", "--yes");
  expect(await objects()).toEqual([{ conname: "items_pkey" }]);
  await buildIt(0, "rollback", "--to", "3");
  expect(await objects()).toEqual(before);
  expect(await items()).toEqual(whole);
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
