import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

// `turbo run build` on a copy of the sample application: the real command, the embedded PostgreSQL, one after another.
const repository = join(import.meta.dirname, "../../..");
let workspace = "";

const at = (path: string) => join(workspace, path);
const turbo = join(repository, "node_modules/.bin/turbo");

const environment = () => ({
  ...process.env,
  PATH: [join(repository, "node_modules/.bin"), process.env.PATH].join(":"),
  TURBO_TELEMETRY_DISABLED: "1",
  CI: "true",
});

const buildIt = (...args: readonly string[]) =>
  execFileSync(process.execPath, [join(repository, "apps/cli/bin/build-it.js"), ...args], {
    cwd: at("apps/crm"),
    encoding: "utf8",
    env: environment(),
  });

beforeAll(() => {
  const built = spawnSync(turbo, ["run", "build", "--filter=@build-it/cli", "--filter=@build-it/application-kit"], {
    cwd: repository,
    env: environment(),
    encoding: "utf8",
  });
  expect(built.status, built.stdout).toBe(0);

  workspace = mkdtempSync(join(tmpdir(), "build-it-turbo-"));
  const made = ["node_modules", ".build-it", ".turbo", "dist", "release", "generated"];
  for (const folder of ["apps/crm", "busm"]) {
    const filter = (path: string) => !made.includes(path.split("/").at(-1) ?? "");
    cpSync(join(repository, folder), at(folder), { recursive: true, filter });
  }
  for (const file of ["turbo.json", ".gitignore"]) cpSync(join(repository, file), at(file));
  symlinkSync(join(repository, "apps/crm/node_modules"), at("apps/crm/node_modules"));
  // A workspace of the application alone: what it stands on is built, and in its node_modules.
  const { packageManager } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
  const { scripts } = JSON.parse(readFileSync(join(repository, "apps/crm/package.json"), "utf8"));
  writeFileSync(at("package.json"), JSON.stringify({ name: "workspace", private: true, packageManager }));
  writeFileSync(at("pnpm-workspace.yaml"), 'packages: ["apps/*"]');
  writeFileSync(at("pnpm-lock.yaml"), "lockfileVersion: '9.0'\nimporters:\n  .: {}\n  apps/crm: {}\n");
  writeFileSync(at("apps/crm/package.json"), JSON.stringify({ name: "@build-it/crm", type: "module", scripts }));
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: workspace });
  git("init", "--quiet");
  git("add", "--all");
  git("-c", "user.name=test", "-c", "user.email=test@localhost", "commit", "--quiet", "-m", "test");
});

afterAll(() => {
  if (workspace === "") return;
  if (existsSync(at("apps/crm/.build-it"))) buildIt("db", "stop", "--force");
  rmSync(workspace, { recursive: true, force: true });
});

const build = (...options: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(turbo, ["run", "build", "--ui=stream", ...options], {
    cwd: workspace,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: environment(),
  });
  const tasks = Object.fromEntries(
    [...stdout.matchAll(/@build-it\/crm:(\w+): cache (hit|miss|bypass)/g)].map(([, task, state]) => [task, state]),
  );
  return { exitCode: status, tasks, output: stdout + stderr };
};

const migrations = () => readdirSync(at("apps/crm/database/migrations"));

const query = async (text: string) => {
  const client = new pg.Client({ connectionString: buildIt("db", "url").trim() });
  await client.connect();
  await client.query(text);
  await client.end();
};

const first = { apply: "bypass", generate: "miss", build: "miss" };
const second = { apply: "bypass", generate: "hit", build: "hit" };

test("turbo builds the sample application, then finds all but apply in its cache", () => {
  const made = build();
  expect(made, made.output).toMatchObject({ exitCode: 0, tasks: first });
  expect(readdirSync(at("apps/crm/dist"))).not.toEqual([]);
  const again = build();
  expect(again, again.output).toMatchObject({ exitCode: 0, tasks: second });
  expect(JSON.parse(buildIt("status", "--json"))).toMatchObject({ state: "verified" });
});

test("the sample application's committed iterations are what its model says", () => {
  const changes = execFileSync("git", ["status", "--porcelain", "--", "apps/crm/database"], { cwd: workspace });
  expect(changes.toString()).toBe("");
});

test("turbo takes a change of the model to the database, once", () => {
  const before = migrations();
  const account = at("busm/crm/entities/account.yaml");
  writeFileSync(account, readFileSync(account, "utf8").replace("\nfields:\n", "\nfields:\n  nickname: string\n"));
  const made = build();
  expect(made, made.output).toMatchObject({ exitCode: 0, tasks: first });
  expect(migrations()).toHaveLength(before.length + 1);
  expect(build()).toMatchObject({ exitCode: 0, tasks: second });
});

test("turbo builds nothing on a database that was changed by hand, and all is back after the repair", async () => {
  rmSync(at("apps/crm/dist"), { recursive: true });
  await query("ALTER TABLE accounts DROP COLUMN nickname");
  const broken = build();
  expect(broken, broken.output).toMatchObject({ exitCode: 4, tasks: { apply: "bypass" } });
  for (const _run of ["first", "again"]) expect(build("--continue")).toMatchObject({ exitCode: 4, tasks: first });
  expect(existsSync(at("apps/crm/dist"))).toBe(false);

  await query("ALTER TABLE accounts ADD COLUMN nickname text");
  const repaired = build();
  expect(repaired, repaired.output).toMatchObject({ exitCode: 0, tasks: second });
  expect(existsSync(at("apps/crm/dist"))).toBe(true);
});
