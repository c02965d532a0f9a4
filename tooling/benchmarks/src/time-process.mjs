import { spawn } from "node:child_process";

/**
 * Runs a program to its end. Throws what it wrote when it does not end with 0, as a failed job has no time.
 *
 * @param {readonly string[]} command
 * @param {{ cwd: string }} options
 * @returns {Promise<{ seconds: number, stdout: string }>} From the start to the exit, and what it printed.
 */
export async function timeProcess([program = "", ...args], { cwd }) {
  const env = { ...process.env, NO_COLOR: "1", CI: "true" };
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
