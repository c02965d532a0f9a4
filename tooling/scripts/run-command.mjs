import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { workspaceRoot } from "./workspace.mjs";

/** What a shell would answer for a process that a signal ended. */
const exitCodeOfSignal = (/** @type {NodeJS.Signals} */ signal) => 128 + constants.signals[signal];

/**
 * The environment of every child: the workspace's commands and the pinned pnpm come first on the PATH.
 *
 * @param {readonly string[]} binFolders folders with commands, absolute
 * @returns {NodeJS.ProcessEnv}
 */
const childEnvironment = (binFolders) => ({
  ...process.env,
  PATH: [...binFolders, join(workspaceRoot, "node_modules", ".bin"), process.env.PATH ?? ""].join(delimiter),
  TURBO_TELEMETRY_DISABLED: "1",
});

/**
 * Runs a command in the workspace with this process's own terminal, and waits for it.
 *
 * @param {string} command a name on the PATH
 * @param {readonly string[]} args
 * @param {{ binFolders?: readonly string[], cwd?: string }} [options]
 * @returns {Promise<number>} its exit code; 127 when there is no such command
 */
export const runCommand = (command, args, { binFolders = [], cwd = workspaceRoot } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: childEnvironment(binFolders),
      stdio: "inherit",
      // On Windows the commands of npm packages are scripts, which only a shell can start.
      shell: process.platform === "win32",
    });
    // Ctrl+C reaches the child from the terminal; we only stay to pass on how it ended.
    const stay = () => {};
    const terminate = () => child.kill("SIGTERM");
    process.on("SIGINT", stay).on("SIGTERM", terminate);
    /** @param {number} exitCode */
    const finish = (exitCode) => {
      process.off("SIGINT", stay).off("SIGTERM", terminate);
      resolve(exitCode);
    };
    child.on("error", (error) => {
      console.error(`Cannot start ${command}: ${error.message}`);
      finish(127);
    });
    child.on("exit", (code, signal) => finish(signal === null ? (code ?? 1) : exitCodeOfSignal(signal)));
  });
