import { spawn } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const reportMemory = pathToFileURL(join(import.meta.dirname, "report-memory.mjs")).href;

/**
 * The most memory that a Node.js program ever holds at once, in MB: its peak resident set.
 *
 * @param {readonly string[]} command
 * @param {{ cwd: string }} options
 */
export async function measureMemory(command, options) {
  const file = join(tmpdir(), `build-it-memory-${process.pid}`);
  const env = { NODE_OPTIONS: `--import=${reportMemory}`, BUILD_IT_MEMORY_FILE: file };
  try {
    await timeProcess(command, { ...options, env });
    return Number(await readFile(file, "utf8"));
  } finally {
    await rm(file, { force: true });
  }
}

/**
 * Runs a program to its end. Throws what it wrote when it does not end with 0, as a failed job has no time.
 *
 * @param {readonly string[]} command
 * @param {{ cwd: string, env?: Readonly<Record<string, string>> }} options `env`: variables more.
 * @returns {Promise<{ seconds: number, stdout: string }>} From the start to the exit, and what it printed.
 */
export async function timeProcess([program = "", ...args], { cwd, env: more = {} }) {
  const env = { ...process.env, NO_COLOR: "1", CI: "true", ...more };
  const startedAt = performance.now();
  const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  /** @type {number | null} */
  const exitCode = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  const seconds = (performance.now() - startedAt) / 1000;
  if (exitCode !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${exitCode}\n${stdout}${stderr}`);
  return { seconds, stdout };
}
