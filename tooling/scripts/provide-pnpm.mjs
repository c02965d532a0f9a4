import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "./run-command.mjs";
import { workspaceRoot } from "./workspace.mjs";

/** The version after `pnpm@` in the root's `packageManager`, without the hash that may follow it. */
const pinnedVersion = () => {
  const { packageManager } = JSON.parse(readFileSync(join(workspaceRoot, "package.json"), "utf8"));
  const version = /^pnpm@([^+]+)/.exec(packageManager)?.[1];
  if (version === undefined) throw new Error(`package.json names no pnpm in packageManager: ${packageManager}`);
  return version;
};

/** Asked outside of the workspace, where pnpm would answer for the version that the workspace pins, not for its own. */
const installedVersion = () => {
  const answer = spawnSync("pnpm", ["--version"], {
    cwd: tmpdir(),
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
    shell: process.platform === "win32",
  });
  return answer.status === 0 ? answer.stdout.trim() : undefined;
};

/**
 * Makes pnpm available at the version that package.json pins: the installed one when it is exactly that, else a copy
 * under `.build-it/tools/`, installed by npm. Nothing outside of the workspace is changed.
 *
 * @returns {Promise<{ exitCode: number, binFolders: string[] }>} the folders that must come first on the PATH;
 *   a non-zero exit code is npm's
 */
export const providePnpm = async () => {
  const version = pinnedVersion();
  if (installedVersion() === version) return { exitCode: 0, binFolders: [] };

  const folder = join(workspaceRoot, ".build-it", "tools", `pnpm-${version}`);
  const binFolders = [join(folder, "node_modules", ".bin")];
  if (existsSync(join(folder, "node_modules", "pnpm", "package.json"))) return { exitCode: 0, binFolders };

  console.log(`Installing pnpm ${version} into .build-it/tools`);
  mkdirSync(folder, { recursive: true });
  // The folder is both the working directory and the prefix, or npm would take the workspace for the project.
  const args = [
    "install",
    "--prefix",
    ".",
    "--no-save",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    `pnpm@${version}`,
  ];
  return { exitCode: await runCommand("npm", args, { cwd: folder }), binFolders };
};
