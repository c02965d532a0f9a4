import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { modelOfAccount, withAccount, withLocation } from "./seed-model.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** Two branches that both made the same iteration meet in git, and one of them is put behind the other. */

const run = promisify(execFile);

let workspace: Workspace;
beforeAll(async () => {
  workspace = await createWorkspace({
    environments: `staging: { apply: "approved", target: { embedded: true } }`,
  });
});
afterAll(() => workspace[Symbol.asyncDispose]());

const git = async (...args: readonly string[]): Promise<{ readonly code: number; readonly text: string }> => {
  const identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false"];
  return run("git", [...identity, ...args], { cwd: workspace.root }).then(
    ({ stdout, stderr }) => ({ code: 0, text: stdout + stderr }),
    (error: { readonly code: number; readonly stdout: string; readonly stderr: string }) => ({
      code: error.code,
      text: error.stdout + error.stderr,
    }),
  );
};

async function mustGit(...args: readonly string[]): Promise<void> {
  const { code, text } = await git(...args);
  expect(code, text).toBe(0);
}

async function succeed(...args: readonly string[]): Promise<string> {
  const { exitCode, stderr, stdout } = await workspace.buildIt(...args);
  expect(exitCode, stderr).toBe(0);
  return stdout + stderr;
}

async function commit(message: string): Promise<void> {
  await mustGit("add", "-A");
  await mustGit("commit", "-qm", message);
}

const columns = async (table: string): Promise<readonly string[]> =>
  (
    await workspace.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = to_regclass('${table}') AND attnum > 0 ORDER BY attnum`,
    )
  ).map(({ name }) => name);

/** `main` makes iteration 2 by a table, `feature` by a column and a data step, and applies it to the development database. */
beforeEach(async () => {
  await workspace.reset();
  await rm(join(workspace.root, ".git"), { recursive: true, force: true });
  await writeFile(join(workspace.root, ".gitignore"), ".build-it\nsrc/generated\n");
  await mustGit("init", "-q", "-b", "main");
  await workspace.writeModel(withAccount);
  await succeed("run");
  await workspace.query("INSERT INTO accounts (name) VALUES ('Ada')");
  await commit("first");
  await mustGit("checkout", "-qb", "feature");
  await workspace.writeModel({ "entities/account.yaml": modelOfAccount("  code: text\n") });
  const steps = join(workspace.app, "database/steps");
  await mkdir(steps, { recursive: true });
  await writeFile(join(steps, "code.after.sql"), "UPDATE public.accounts SET code = 'made'");
  await writeFile(join(steps, "code.after.reverse.sql"), "UPDATE public.accounts SET code = NULL");
  await succeed("generate");
  await commit("code");
  await mustGit("checkout", "-q", "main");
  await workspace.writeModel(withLocation);
  await succeed("generate");
  await commit("location");
  await mustGit("checkout", "-q", "feature");
});

test("a merge with a conflict halts with what to run, and the rebase puts the own iteration behind the other's", async () => {
  expect((await git("merge", "main")).code).toBe(1);
  await mustGit("checkout", "--ours", "busm");
  await workspace.writeModel({ "module.yaml": withLocation["module.yaml"] });
  const stopped = await workspace.buildIt("run");
  expect(stopped.exitCode, stopped.stderr).toBe(7);
  expect(stopped.stderr).toContain("database/branches_met");
  expect(stopped.stderr).toContain("Next: build-it rebase");
  const said = await succeed("rebase");
  expect(said).toContain("no more there: 002_add_code.sql");
  expect(said).toContain("made anew: 003_add_code.sql");
  expect(await readdir(join(workspace.app, "database/migrations"))).toEqual([
    "001_account.sql",
    "002_location.sql",
    "003_add_code.sql",
  ]);
  expect(await columns("locations")).toContain("city");
  expect(await workspace.query("SELECT name, code FROM accounts")).toEqual([{ name: "Ada", code: "made" }]);
  expect(await succeed("run")).toContain("nothing changed");
  expect((await git("diff", "main", "--stat", "--", "apps/crm/database/iterations/002.json")).text).toBe("");
});

test("what the development database has of this branch is taken back first", async () => {
  await succeed("run");
  await workspace.query("UPDATE accounts SET code = NULL");
  await succeed("rebase", "--onto", "main");
  expect(await workspace.query("SELECT name, code FROM accounts")).toEqual([{ name: "Ada", code: "made" }]);
  expect(await columns("locations")).toContain("city");
  expect(
    await workspace.query("SELECT iteration, action, migration_file FROM build_it.migration_history ORDER BY id"),
  ).toEqual([
    { iteration: 1, action: "apply", migration_file: "001_account.sql" },
    { iteration: 2, action: "apply", migration_file: "002_add_code.sql" },
    { iteration: 2, action: "rollback", migration_file: "002_add_code.sql" },
    { iteration: 2, action: "apply", migration_file: "002_location.sql" },
    { iteration: 3, action: "apply", migration_file: "003_add_code.sql" },
  ]);
  const record = JSON.parse(await workspace.read("database/iterations/003.json"));
  const other = JSON.parse(await workspace.read("database/iterations/002.json"));
  expect(record.previousHash).toBe(other.hash);
  expect(record.steps).toHaveLength(1);
});

test("a merge that kept one side's record is noticed by the other's files", async () => {
  await mustGit("merge", "-q", "-X", "theirs", "main");
  const stopped = await workspace.buildIt("run");
  expect(stopped.exitCode, stopped.stderr).toBe(7);
  expect(stopped.stderr).toContain("Next: build-it rebase");
  await workspace.writeModel({ "module.yaml": withLocation["module.yaml"] });
  await succeed("rebase");
  expect(await columns("locations")).toContain("city");
  expect(await columns("accounts")).toContain("code");
});

test("what is applied where it counts is not made anew, and an approval that vanishes is named", async () => {
  await succeed("approve", "2", "--env", "staging", "--by", "Ada");
  await succeed("run", "--env", "staging");
  const before = { files: await workspace.hashFiles(), database: await workspace.describeDatabase() };
  const stopped = await workspace.buildIt("rebase", "--onto", "main");
  expect(stopped.exitCode, stopped.stderr).toBe(7);
  expect(stopped.stderr).toContain("database/applied_elsewhere");
  expect({ files: await workspace.hashFiles(), database: await workspace.describeDatabase() }).toEqual(before);
  await succeed("rollback", "--to", "1", "--keep-steps", "--discard-data", "--env", "staging");
  const said = await succeed("rebase", "--onto", "main");
  expect(said).toContain("database/approval_vanished");
  expect(await readdir(join(workspace.app, "database/approvals"))).toEqual([]);
});

test("a branch that was squashed is taken as it is, unless the database would be left in the midst", async () => {
  await mustGit("checkout", "-q", "main");
  await succeed("run");
  await succeed("squash", "--to", "2");
  await commit("squash");
  await mustGit("checkout", "-q", "feature");
  await workspace.query("DROP DATABASE crm WITH (FORCE)", "postgres");
  await succeed("run");
  const before = { files: await workspace.hashFiles(), database: await workspace.describeDatabase() };
  const stopped = await workspace.buildIt("rebase", "--onto", "main");
  expect(stopped.exitCode, stopped.stderr).toBe(7);
  expect(stopped.stderr).toContain("database/rebase_into_folded");
  expect({ files: await workspace.hashFiles(), database: await workspace.describeDatabase() }).toEqual(before);
  await workspace.query("DROP DATABASE crm WITH (FORCE)", "postgres");
  await workspace.writeModel(withLocation);
  await workspace.writeModel({ "entities/account.yaml": modelOfAccount("  code: text\n") });
  expect(await succeed("rebase", "--onto", "main")).toContain("made anew: 003_add_code.sql");
  expect(await readdir(join(workspace.app, "database/migrations"))).toEqual(["002_baseline.sql", "003_add_code.sql"]);
  expect(await columns("locations")).toContain("city");
});

test("a branch that git does not know changes nothing", async () => {
  const before = await workspace.hashFiles();
  for (const args of [["rebase", "--onto", "--nowhere"], ["rebase"]]) {
    const stopped = await workspace.buildIt(...args);
    expect(stopped.exitCode, stopped.stderr).toBe(1);
  }
  expect(await workspace.hashFiles()).toEqual(before);
  expect(await readFile(join(workspace.app, "database/iterations/002.json"), "utf8")).toContain("002_add_code");
});
