import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

// The arrangement of tasks, with the real turbo and the repository's own turbo.json files, scripts and .gitignore, but a
// stand-in for the `build-it` command: what runs, what is a hit, and what a failure stops.
const repository = join(import.meta.dirname, "../../..");
let workspace: string;

const at = (path: string) => join(workspace, path);
const read = (path: string) => readFileSync(at(path), "utf8");
const write = (path: string, text: string) => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
};

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "build-it-turbo-"));
  const files = ["turbo.json", ".gitignore", "apps/crm/turbo.json", "apps/crm/.gitignore"];
  for (const file of files) cpSync(join(repository, file), at(file));
  const { packageManager } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
  const { scripts } = JSON.parse(readFileSync(join(repository, "apps/crm/package.json"), "utf8"));
  write("package.json", JSON.stringify({ name: "workspace", private: true, packageManager }));
  write("pnpm-workspace.yaml", 'packages: ["apps/*"]');
  write("pnpm-lock.yaml", "lockfileVersion: '9.0'\nimporters:\n  .: {}\n  apps/crm: {}\n");
  write("apps/crm/package.json", JSON.stringify({ name: "@build-it/crm", scripts }));
  write("apps/crm/build-it.config.ts", "export default {};");
  write("busm/model.txt", "model 1");
  write("node_modules/.bin/build-it", `#!/bin/sh\nexec node "${at("stand-in-build-it.mjs")}" "$@"\n`);
  chmodSync(at("node_modules/.bin/build-it"), 0o755);
  cpSync(join(import.meta.dirname, "stand-in-build-it.mjs"), at("stand-in-build-it.mjs"));
  commit();
});

afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const commit = () => {
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: workspace, stdio: "ignore" });
  if (!existsSync(at(".git"))) git("init", "--quiet");
  git("add", "--all");
  git("-c", "user.name=test", "-c", "user.email=test@localhost", "commit", "--quiet", "--allow-empty", "-m", "test");
};

/** Runs `turbo run build` and tells what became of each task: "hit", "miss" or "bypass" (never cached). */
const build = (...options: readonly string[]) => {
  rmSync(at("calls"), { force: true });
  const turbo = join(repository, "node_modules/.bin/turbo");
  const { status, stdout } = spawnSync(turbo, ["run", "build", "--ui=stream", "--summarize", ...options], {
    cwd: workspace,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    env: {
      ...process.env,
      PATH: [at("node_modules/.bin"), process.env.PATH].join(":"),
      TURBO_TELEMETRY_DISABLED: "1",
    },
  });
  const tasks = Object.fromEntries(
    [...stdout.matchAll(/@build-it\/crm:(\w+): cache (hit|miss|bypass)/g)].map(([, task, state]) => [task, state]),
  );
  return { exitCode: status, tasks, calls: existsSync(at("calls")) ? read("calls").trim().split("\n") : [] };
};

const first = { apply: "bypass", generate: "miss", build: "miss" };
const second = { apply: "bypass", generate: "hit", build: "hit" };

test("the second build is all hits but apply", () => {
  expect(build()).toMatchObject({ exitCode: 0, tasks: first });
  expect(build()).toMatchObject({ exitCode: 0, tasks: second });
  commit();
  expect(build()).toMatchObject({ exitCode: 0, tasks: second });
});

test("the second build after a change of the model is all hits, too, though the first wrote an iteration", () => {
  build();
  commit();
  write("busm/model.txt", "model 2");
  expect(build()).toMatchObject({ exitCode: 0, tasks: first });
  expect(read("apps/crm/database/migrations/002.sql")).toBe("model 2");
  expect(read("apps/crm/dist/application.txt")).toBe("application of types of model 2");
  expect(build()).toMatchObject({ exitCode: 0, tasks: second });
});

test("going back to an earlier model restores no earlier history", () => {
  build();
  write("busm/model.txt", "model 2");
  build();
  write("busm/model.txt", "model 1");
  expect(build().tasks).toEqual(first);
  expect(read("apps/crm/database/migrations/002.sql")).toBe("model 2");
  expect(read("apps/crm/database/migrations/003.sql")).toBe("model 1");
});

test("a failed verification stops the build, and its exit code is turbo's", () => {
  build();
  write("live-database.txt", "broken by hand");
  const { exitCode, tasks, calls } = build();
  expect({ exitCode, tasks }).toEqual({ exitCode: 4, tasks: { apply: "bypass" } });
  expect(calls).not.toContain("build");
});

test("with --continue, no later task does anything, is a hit, or is cached", () => {
  build();
  rmSync(at("apps/crm/dist"), { recursive: true });
  write("live-database.txt", "broken by hand");
  for (const _run of ["first", "again"]) {
    expect(build("--continue")).toMatchObject({ exitCode: 4, tasks: first });
    expect(existsSync(at("apps/crm/dist"))).toBe(false);
  }
  expect(build("--continue=dependencies-successful")).toMatchObject({ exitCode: 4, tasks: { apply: "bypass" } });
});

test("after the repair, the hits from before the failure are back", () => {
  build();
  write("live-database.txt", "broken by hand");
  build("--continue");
  rmSync(at("live-database.txt"));
  rmSync(at("apps/crm/dist"), { recursive: true });
  expect(build()).toMatchObject({ exitCode: 0, tasks: second });
  expect(read("apps/crm/dist/application.txt")).toBe("application of types of model 1");
});

test("where a decision is needed, turbo ends with 3", () => {
  build();
  write("live-database.txt", "asks");
  expect(build().exitCode).toBe(3);
});
