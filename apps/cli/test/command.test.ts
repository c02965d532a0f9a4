import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildCommand, callCommand, temporaryFolder } from "./built-command.ts";

const folder = temporaryFolder();
const app = join(folder.path, "shop");
const call = (...words: string[]) => callCommand(app, words);

beforeAll(async () => {
  buildCommand();
  await callCommand(folder.path, ["init", "shop"]);
});
afterAll(async () => {
  await call("db", "reset", "--yes");
  folder.remove();
});

describe("words that it does not understand", () => {
  test.each([
    [["bogus"], "unknown command 'bogus'"],
    [["stauts"], "Did you mean status?"],
    [["run", "--stge", "2"], "Did you mean --stage?"],
    [["rollback"], "required option '--to <iteration>'"],
    [["rollback", "--to", "three"], "three"],
    [["run", "--stage", "9"], "stage-2.5-database"],
    [["run", "--input", "x.json"], "--stage"],
    [["db", "bogus"], "unknown command 'bogus'"],
  ])("%j end with 64 and the word", async (words, message) => {
    const { exitCode, stdout, stderr } = await call(...words);
    expect(exitCode).toBe(64);
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
  });

  test("are one JSON object where JSON was asked for", async () => {
    const { exitCode, stdout } = await call("bogus", "--json");
    expect(exitCode).toBe(64);
    expect(JSON.parse(stdout)).toMatchObject({ status: "usage", exitCode: 64 });
  });
});

test("--help ends with 0 and lists every command", async () => {
  const { exitCode, stdout } = await call("--help");
  expect(exitCode).toBe(0);
  for (const command of ["run", "plan", "apply", "verify", "status", "rollback", "approve", "db", "doctor", "init"]) {
    expect(stdout).toContain(`  ${command} `);
  }
});

test("--version ends with 0 and the version", async () => {
  const { exitCode, stdout } = await call("--version");
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("outside of an application it says what to do", async () => {
  const { exitCode, stderr, stdout } = await callCommand(folder.path, ["status", "--json"]);
  expect(exitCode).toBe(1);
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toMatchObject({ status: "refused", diagnostics: [{ code: "build-it/app_missing" }] });
  expect((await callCommand(folder.path, ["status"])).stderr).toContain("build-it init");
});

test("an environment is chosen by --env or BUILD_IT_ENV, and must be there", async () => {
  expect((await call("status", "--env", "moon")).stderr).toContain('no environment "moon"');
  expect((await callCommand(app, ["status"], { BUILD_IT_ENV: "moon" })).stderr).toContain('no environment "moon"');
  const { exitCode, stderr } = await call("verify", "--env", "production");
  expect(exitCode).toBe(1);
  expect(stderr).toContain("DATABASE_URL is not set");
});

test("deleting databases without a person needs --yes: exit 3 and the command", async () => {
  const { exitCode, stdout } = await call("db", "reset", "--json");
  expect(exitCode).toBe(3);
  expect(JSON.parse(stdout)).toMatchObject({ nextCommand: "build-it db reset --yes" });
});

describe("an application's life", () => {
  const entity = join(app, "busm/shop/entities/customer.yaml");

  test("a first build applies iteration 1 and says so", async () => {
    expect(await call("status", "--exit-code")).toMatchObject({ exitCode: 2 });
    const built = await call("run", "--to", "2.5");
    expect(built.exitCode, built.stderr).toBe(0);
    expect(built.stdout).toContain("Iteration 1 is applied and verified");
    expect(built.stderr).toContain("BUILD ITERATION 1 - DATABASE CHANGES DETECTED");
    expect(existsSync(join(app, "database/migrations/001_customer.sql"))).toBe(true);
  });

  test("off a terminal there are neither colours nor a cursor that moves", async () => {
    const { stdout, stderr } = await call("verify");
    expect(stdout + stderr).not.toContain("\u001b");
    expect((await callCommand(app, ["verify"], { FORCE_COLOR: "1" })).stdout).toContain("\u001b[32m");
    const ascii = await callCommand(app, ["verify"], { LC_ALL: "C", LANG: "C" });
    expect(ascii.stdout.startsWith("+ embedded")).toBe(true);
  });

  test("status --json has the iteration and that it is verified, and nothing else on stdout", async () => {
    const { exitCode, stdout, stderr } = await call("status", "--json", "--exit-code");
    expect(exitCode).toBe(0);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toMatchObject({ iteration: 1, filesIteration: 1, state: "verified", pending: [] });
  });

  test("looking leaves no run behind", async () => {
    const runs = () => readdirSync(join(app, ".build-it/runs"));
    const before = runs();
    for (const words of [["status"], ["history"], ["verify"], ["plan"]]) await call(...words);
    expect(runs()).toEqual(before);
  });

  test("a changed model is planned with 2, applied, and planned with 0", async () => {
    writeFileSync(entity, readFileSync(entity, "utf8").replace("email: email", "email: email\n  phone: phone"));
    const planned = await call("plan", "--detailed-exitcode", "--json");
    expect(planned.exitCode).toBe(2);
    expect(JSON.parse(planned.stdout)).toMatchObject({ status: "changes", next: { iteration: 2 } });
    expect((await call("plan", "--sql")).stdout).toContain("ADD COLUMN phone");
    const built = await call("run", "--to", "database", "--json");
    expect(JSON.parse(built.stdout)).toMatchObject({ status: "completed", database: { iteration: 2, applied: [2] } });
    expect((await call("plan", "--detailed-exitcode")).exitCode).toBe(0);
  });

  test("--json-stream is an event a line, the result last", async () => {
    const { exitCode, stdout } = await call("run", "--to", "2.5", "--json-stream");
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as { type: string });
    expect(exitCode).toBe(0);
    expect(lines[0]).toMatchObject({ type: "run_started" });
    expect(lines.at(-2)).toMatchObject({ type: "run_finished", status: "completed" });
    expect(lines.at(-1)).toMatchObject({ type: "result", result: { database: { iteration: 2, applied: [] } } });
  });

  test("stage 2.5 alone, on the last run's input, gives the same again", async () => {
    const { exitCode, stdout } = await call("run", "--stage", "2.5", "--json");
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ stage: "database", artifact: { iteration: 2, state: "verified" } });
  });

  test("a rollback takes the last iteration back, and a build brings it again", async () => {
    const dry = await call("rollback", "--to", "1", "--dry-run");
    expect(dry.stdout).toContain("DROP COLUMN phone");
    expect(JSON.parse((await call("status", "--json")).stdout)).toMatchObject({ iteration: 2 });
    expect((await call("rollback", "--to", "1")).exitCode).toBe(0);
    expect((await call("status", "--exit-code")).exitCode).toBe(2);
    expect((await call("run", "--to", "2.5")).stdout).toContain("Iteration 2 is applied and verified");
    expect((await call("history")).stdout).toMatch(/2\s+rollback/);
  });

  test("a mistake in the model halts with 1, its place and the remedy", async () => {
    const text = readFileSync(entity, "utf8");
    writeFileSync(entity, text.replace("required: true, max", "requird: true, max"));
    const { exitCode, stderr, stdout } = await call("run");
    writeFileSync(entity, text);
    expect(exitCode).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toMatch(/customer\.yaml:\d+:\d+/);
    expect(stderr).toMatch(/\^+/);
    expect(stderr).toContain("required");
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test("where only a person may apply, nobody at the keyboard means 3 and the next command", async () => {
    const config = join(app, "build-it.config.ts");
    const text = readFileSync(config, "utf8");
    writeFileSync(config, text.replace('apply: "auto"', 'apply: "approved"'));
    writeFileSync(entity, readFileSync(entity, "utf8").replace("phone: phone", "phone: phone\n  fax: phone"));
    const halted = await call("run", "--to", "2.5", "--json");
    expect(halted.exitCode).toBe(3);
    const { reason } = JSON.parse(halted.stdout) as { reason: { nextCommand: string } };
    expect(reason.nextCommand).toMatch(/^build-it approve 3/);
    const approved = await call(...reason.nextCommand.split(" ").slice(1), "--by", "Ada");
    expect(approved.stdout).toContain("by Ada");
    expect((await call("apply")).stdout).toContain("iteration 3");
    writeFileSync(config, text);
  });

  test("SQL is run by hand on the embedded database, and refused with PostgreSQL's words", async () => {
    const read = await call(
      "db",
      "sql",
      "select 1 as one, null as nothing; select 'a' as a union select 'b' order by 1",
    );
    expect(read).toMatchObject({ exitCode: 0, stdout: "a\na\nb\n" });
    const made = await call("db", "sql", "create temp table made (id int)", "--json");
    expect(JSON.parse(made.stdout)).toMatchObject({ command: "CREATE", rows: [] });
    const refused = await call("db", "sql", "select from nowhere");
    expect(refused).toMatchObject({ exitCode: 1, stdout: "" });
    expect(refused.stderr).toContain('relation "nowhere" does not exist');
    const elsewhere = await callCommand(app, ["db", "sql", "select 1", "--env", "production"], {
      DATABASE_URL: "postgresql://nobody@localhost:1/none",
    });
    expect(elsewhere.exitCode).toBe(1);
    expect(elsewhere.stderr).toContain("is not the embedded one");
  });

  test("drift halts with 4", async () => {
    const { stdout } = await call("db", "url");
    const client = new Client({ connectionString: stdout.trim() });
    await client.connect();
    await client.query("ALTER TABLE customers DROP COLUMN email");
    await client.end();
    const { exitCode, stderr } = await call("run");
    expect(exitCode).toBe(4);
    expect(stderr).toContain("email");
    expect((await call("db", "stop")).stdout).toContain("Stopped.");
  });
});
