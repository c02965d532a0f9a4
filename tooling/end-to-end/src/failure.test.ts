import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { modelOfAccount, withAccount, withLocation, withPhone } from "./seed-model.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** What goes wrong in the middle of a run leaves nothing half done. */

let workspace: Workspace;
beforeAll(async () => {
  workspace = await createWorkspace();
});
afterAll(() => workspace[Symbol.asyncDispose]());

beforeEach(async () => {
  await workspace.reset();
  await workspace.writeModel(withAccount);
  const { exitCode, stderr } = await workspace.buildIt("run");
  expect(exitCode, stderr).toBe(0);
});

const history = () =>
  workspace.query<{ iteration: number; success: boolean; error: string | null }>(
    "SELECT iteration, success, error FROM build_it.migration_history ORDER BY id",
  );

test("a migration that fails verification leaves neither its objects nor a row that says success", async () => {
  // Something on this database bends every new table.
  await workspace.query(`
    CREATE SCHEMA meddler;
    CREATE FUNCTION meddler.meddle() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
      IF EXISTS (SELECT FROM pg_event_trigger_ddl_commands() WHERE object_identity = 'public.locations')
      THEN ALTER TABLE public.locations ADD COLUMN meddled int; END IF; END $$;
    CREATE EVENT TRIGGER meddle ON ddl_command_end WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION meddler.meddle()`);
  await workspace.writeModel(withLocation);
  const { exitCode, stderr } = await workspace.buildIt("run");
  expect(exitCode, stderr).toBe(4);
  expect(stderr).toContain("database/verification_failed");
  expect(stderr).toContain("locations.meddled");
  expect(await workspace.query("SELECT FROM pg_tables WHERE tablename = 'locations'")).toEqual([]);
  expect(await history()).toMatchObject([
    { iteration: 1, success: true },
    { iteration: 2, success: false, error: expect.stringContaining("002_location.sql") },
  ]);
  // Without the meddler the same files are applied, and nothing is written anew.
  await workspace.query("DROP EVENT TRIGGER meddle");
  const again = await workspace.buildIt("run");
  expect(again.exitCode, again.stderr).toBe(0);
  expect(await history()).toHaveLength(3);
  expect(JSON.parse((await workspace.buildIt("status", "--json")).stdout)).toMatchObject({
    iteration: 2,
    state: "verified",
  });
});

test("a statement that the rows refuse leaves nothing of its migration, and says where it stands", async () => {
  // The rows come after they were asked for, with the statement itself.
  await workspace.query(`
    CREATE SCHEMA meddler;
    CREATE FUNCTION meddler.meddle() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO public.accounts (name) VALUES ('same'), ('same'); END $$;
    CREATE EVENT TRIGGER meddle ON ddl_command_start WHEN TAG IN ('ALTER TABLE') EXECUTE FUNCTION meddler.meddle()`);
  await workspace.writeModel({
    "entities/account.yaml": modelOfAccount().replace("max: 100", "max: 100, unique: true"),
  });
  const { exitCode, stderr } = await workspace.buildIt("run");
  expect(exitCode, stderr).toBe(4);
  const said = stderr.replaceAll(/\s+/g, " ");
  expect(said).toContain("database/statement_failed");
  expect(said).toContain("Key (name)=(same) is duplicated");
  expect(await workspace.query("SELECT FROM pg_constraint WHERE conname = 'accounts_name_key'")).toEqual([]);
  expect((await history()).map(({ success }) => success)).toEqual([true, false]);
});

test("two runs at the same moment end with one iteration", async () => {
  await workspace.writeModel(withLocation);
  const results = await Promise.all([workspace.buildIt("run"), workspace.buildIt("run")]);
  for (const { exitCode, stderr } of results) expect(exitCode, stderr).toBe(0);
  expect(await readdir(join(workspace.app, "database/migrations"))).toEqual(["001_account.sql", "002_location.sql"]);
  expect((await history()).map(({ iteration, success }) => [iteration, success])).toEqual([
    [1, true],
    [2, true],
  ]);
});

test("a run that waits for a lock can be cancelled at once, and leaves nothing behind", async () => {
  await workspace.writeModel(withPhone);
  const holder = await workspace.connect();
  const watcher = await workspace.connect();
  try {
    await holder.query("BEGIN; LOCK TABLE accounts");
    const run = workspace.startBuildIt("run");
    const isWaiting = "SELECT FROM pg_stat_activity WHERE application_name = 'build-it' AND wait_event_type = 'Lock'";
    while ((await watcher.query(isWaiting)).rows.length === 0);
    run.interrupt();
    const { exitCode, stderr } = await run.done;
    expect(exitCode, stderr).toBe(130);
    expect((await watcher.query(isWaiting)).rows).toEqual([]);
  } finally {
    await holder.end();
    await watcher.end();
  }
  expect((await history()).at(-1)).toMatchObject({ iteration: 2, success: false });
  const again = await workspace.buildIt("run");
  expect(again.exitCode, again.stderr).toBe(0);
});

test("a lock that is held for a while is waited for", async () => {
  await workspace.writeModel(withPhone);
  const holder = await workspace.connect();
  const watcher = await workspace.connect();
  await holder.query("BEGIN; LOCK TABLE accounts");
  const run = workspace.startBuildIt("run");
  const isWaiting = "SELECT FROM pg_stat_activity WHERE application_name = 'build-it' AND wait_event_type = 'Lock'";
  while ((await watcher.query(isWaiting)).rows.length === 0);
  // Until the first try has given up, so that nobody queues behind it for long.
  while ((await watcher.query(isWaiting)).rows.length > 0);
  await holder.end();
  const { exitCode, stderr } = await run.done;
  expect(exitCode, stderr).toBe(0);
  await watcher.end();
});

test("files that were being written when the machine died are finished, or thrown away", async () => {
  await workspace.writeModel(withPhone);
  expect((await workspace.buildIt("run")).exitCode).toBe(0);
  const folder = join(workspace.app, "database");
  const finished = await workspace.hashFiles();
  // As if the crash came after everything was written aside, and after the first file was moved.
  // No process has this number.
  const staging = join(folder, ".staging/99999999");
  await mkdir(join(staging, "iterations"), { recursive: true });
  await cp(join(folder, "iterations/002.json"), join(staging, "iterations/002.json"));
  await rm(join(folder, "iterations/002.json"));
  await cp(join(folder, "snapshot.json"), join(staging, "snapshot.json"));
  await rm(join(folder, "snapshot.json"));
  await writeFile(join(staging, "complete"), "");
  expect((await workspace.buildIt("verify")).exitCode).toBe(0);
  expect(await workspace.hashFiles()).toEqual(finished);
  // As if it came while the files were still being written aside.
  await mkdir(join(staging, "iterations"), { recursive: true });
  await writeFile(join(staging, "iterations/003.json"), "{");
  expect((await workspace.buildIt("verify")).exitCode).toBe(0);
  expect(await workspace.hashFiles()).toEqual(finished);
});

test("stage 2.5 alone, on the stored input of an earlier run, gives the same output", async () => {
  expect((await workspace.buildIt("run")).exitCode).toBe(0);
  const runs = join(workspace.app, ".build-it/runs");
  const [last = ""] = (await readdir(runs)).sort().reverse();
  const stages = await readdir(join(runs, last));
  const stage = stages.find((name) => name.includes("database")) ?? "";
  const before = JSON.parse(await readFile(join(runs, last, stage, "output.json"), "utf8"));
  const { exitCode, stderr, stdout } = await workspace.buildIt(
    "run",
    "--stage",
    "2.5",
    "--input",
    join(runs, last, stage, "input.json"),
    "--json",
  );
  expect(exitCode, stderr).toBe(0);
  expect(JSON.parse(stdout).artifact ?? JSON.parse(stdout)).toEqual(before);
});
