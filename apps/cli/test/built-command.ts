import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The built command, run as a person's shell runs it. */

const cliFolder = join(import.meta.dirname, "..");
/**
 * Inside the package, so that what is not bundled is found; not `dist`, which a test must not take away; one for each of
 * the workers, which build at once.
 */
const testBuild = join("node_modules", ".test-build", process.env.VITEST_POOL_ID ?? "0");

/** The built command's file. */
export const builtMain = join(cliFolder, testBuild, "main.js");

/** Builds the command for the tests. */
export const buildCommand = (): void =>
  void execFileSync(process.execPath, ["build.mjs", testBuild], { cwd: cliFolder, stdio: "inherit" });

/** What a call of the command came to. */
export interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Variables of a plain shell: nothing of the test runner's own, and no colours. */
export const plainVariables = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => {
  const { CI, FORCE_COLOR, NO_COLOR, BUILD_IT_ENV, DATABASE_URL, NODE_OPTIONS, VITEST, ...rest } = process.env;
  return { ...rest, LANG: "C.UTF-8", LC_ALL: "C.UTF-8", ...more };
};

/** Calls the built command in a folder, with nobody at the keyboard. */
export function callCommand(
  cwd: string,
  words: readonly string[],
  variables: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  const child = spawn(process.execPath, [builtMain, ...words], { cwd, env: plainVariables(variables) });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (text) => {
    stdout += text;
  });
  child.stderr.on("data", (text) => {
    stderr += text;
  });
  child.stdin.end();
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}

/** A folder that is removed at the end. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "build-it-cli-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
