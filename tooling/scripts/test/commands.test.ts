import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

// A workspace with the real scripts and stand-ins for the commands that they call, each of which writes its name and
// arguments into `calls` and then does what the test says. The real thing is a fresh clone, which CI is.
let workspace: string;

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), text);
};

const command = (path: string, script: string) => {
  write(path, `#!/bin/sh\necho "$(basename "$0") $*" >> "${workspace}/calls"\n${script}\n`);
  chmodSync(join(workspace, path), 0o755);
};

const pnpm = (version: string) => `if [ "$1" = --version ]; then echo ${version}; fi`;

/** What npm does for `npm install --prefix . pnpm@10.34.9`. */
const npm = (workspaceFolder: string) => `
  mkdir -p node_modules/pnpm node_modules/.bin
  echo '{}' > node_modules/pnpm/package.json
  cp "${workspaceFolder}/local-pnpm" node_modules/.bin/pnpm
`;

/** What vitest does: writes the report where it is told to. */
const vitest = (passed: number) => `
  for argument in "$@"; do case "$argument" in --outputFile.json=*) file="\${argument#*=}";; esac; done
  mkdir -p "$(dirname "$file")"
  echo '{"numPassedTests":${passed},"numFailedTests":0,"numPendingTests":0,"numTodoTests":0,"testResults":[]}' > "$file"
`;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "build it "));
  cpSync(join(import.meta.dirname, ".."), join(workspace, "tooling/scripts"), { recursive: true });
  write("package.json", JSON.stringify({ type: "module", packageManager: "pnpm@10.34.9" }));
  write("pnpm-lock.yaml", "lockfileVersion: '9.0'");
  write("pnpm-workspace.yaml", "packages: []");
  write("apps/cli/bin/build-it.js", 'console.log("ran", ...process.argv.slice(2)); process.exitCode = 0;');
  for (const name of ["turbo", "biome", "tsc"]) command(`node_modules/.bin/${name}`, "");
  command("node_modules/.bin/vitest", vitest(7));
  command("bin/npm", npm(workspace));
  command("bin/pnpm", pnpm("10.34.9"));
  command("local-pnpm", pnpm("10.34.9"));
});

afterEach(() => rmSync(workspace, { recursive: true, force: true }));

/** Runs a script as npm does, with nobody at the terminal, and gives its exit code, output and the commands it called. */
const run = (script: "start" | "test", ...args: readonly string[]) => {
  rmSync(join(workspace, "calls"), { force: true });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(workspace, `tooling/scripts/${script}.mjs`), ...args],
    {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: [join(workspace, "bin"), dirname(process.execPath), "/usr/bin", "/bin"].join(":"), CI: "true" },
    },
  );
  const callsFile = join(workspace, "calls");
  const calls = existsSync(callsFile) ? readFileSync(callsFile, "utf8").trim().split("\n") : [];
  return { exitCode: status, stdout, stderr, calls };
};

const install = expect.stringMatching(/^pnpm install --frozen-lockfile/);

test("start installs, builds, runs, and names the command that serves the application", () => {
  const { exitCode, stdout, stderr, calls } = run("start", "--json");
  expect(exitCode).toBe(0);
  expect(calls).toEqual(["pnpm --version", install, expect.stringMatching(/^turbo run build --filter=@build-it\/cli/)]);
  expect(stdout).toContain("ran run --json");
  expect(stderr.trimEnd().split("\n").at(-1)).toContain("npm run preview");
});

test("start installs again only when the lockfile changed", () => {
  run("start");
  expect(run("start").calls).not.toContainEqual(install);
  write("pnpm-lock.yaml", "lockfileVersion: '9.1'");
  expect(run("start").calls).toContainEqual(install);
});

test.each([
  ["is another version", pnpm("9.0.0")],
  ["does not work", "exit 1"],
])("start takes pnpm from npm when the installed one %s", (_case, script) => {
  command("bin/pnpm", script);
  const first = run("start");
  expect(first.exitCode).toBe(0);
  expect(first.calls).toContainEqual(expect.stringMatching(/^npm install .*pnpm@10\.34\.9$/));
  expect(first.calls).toContainEqual(install);
  expect(existsSync(join(workspace, ".build-it/tools/pnpm-10.34.9/node_modules/.bin/pnpm"))).toBe(true);
  expect(run("start").calls).not.toContainEqual(expect.stringMatching(/^npm/));
});

test.each([
  ["npm", "bin/npm", 41],
  ["pnpm", "bin/pnpm", 42],
  ["turbo", "node_modules/.bin/turbo", 43],
])("start ends with the exit code of %s", (name, path, exitCode) => {
  command(
    path,
    name === "pnpm" ? `${pnpm("10.34.9")}\nif [ "$1" = install ]; then exit ${exitCode}; fi` : `exit ${exitCode}`,
  );
  if (name === "npm") command("bin/pnpm", pnpm("9.0.0"));
  expect(run("start").exitCode).toBe(exitCode);
});

test("start ends with the exit code of BUILD IT, and then names no next command", () => {
  write("apps/cli/bin/build-it.js", "process.exitCode = 5;");
  expect(run("start")).toMatchObject({ exitCode: 5, stderr: "" });
});

test("start ends like a shell when a signal ended its child", () => {
  write("apps/cli/bin/build-it.js", 'process.kill(process.pid, "SIGTERM");');
  expect(run("start").exitCode).toBe(143);
});

test("test counts the checks and the tests in its last line", () => {
  const { exitCode, stdout } = run("test");
  expect(exitCode).toBe(0);
  expect(stdout.trimEnd().split("\n").at(-1)).toBe("10 passed, 0 failed");
});

test("test goes on after a failed check, and says which it was", () => {
  command("node_modules/.bin/biome", "exit 1");
  const { exitCode, stdout, calls } = run("test", "packages/busm");
  expect(exitCode).toBe(1);
  expect(calls.at(-1)).toMatch(/^vitest .* packages\/busm$/);
  expect(stdout).toContain("Failed: Format and lint");
  expect(stdout.trimEnd().split("\n").at(-1)).toBe("9 passed, 1 failed");
});

test("test does not take an old report for a new one", () => {
  run("test");
  command("node_modules/.bin/vitest", "exit 139");
  expect(run("test")).toMatchObject({ exitCode: 1, stdout: expect.stringContaining("3 passed, 1 failed") });
});
