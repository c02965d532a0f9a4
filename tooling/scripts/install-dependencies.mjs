import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./run-command.mjs";
import { workspaceRoot } from "./workspace.mjs";

/** Lies in node_modules, so that deleting the one deletes the other. */
const stampFile = join(workspaceRoot, "node_modules", ".installed-lockfile");

/** What an install depends on. The lockfile repeats every package.json, and a frozen install refuses if one differs. */
const fingerprintOfLockfile = () => {
  const hash = createHash("sha256");
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) hash.update(readFileSync(join(workspaceRoot, file)));
  return hash.digest("hex");
};

/**
 * Installs the workspace's dependencies as the lockfile says, when they are missing or the lockfile changed.
 *
 * @param {readonly string[]} binFolders where pnpm is
 * @returns {Promise<number>} 0, or pnpm's exit code
 */
export const installDependencies = async (binFolders) => {
  const fingerprint = fingerprintOfLockfile();
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === fingerprint) return 0;

  console.log("Installing dependencies");
  // Without the last option pnpm asks before it replaces a node_modules of another layout, and there may be nobody to ask.
  const args = ["install", "--frozen-lockfile", "--config.confirmModulesPurge=false"];
  const exitCode = await runCommand("pnpm", args, { binFolders });
  if (exitCode === 0) writeFileSync(stampFile, fingerprint);
  return exitCode;
};
