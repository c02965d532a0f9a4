import { installDependencies } from "./install-dependencies.mjs";
import { providePnpm } from "./provide-pnpm.mjs";
import { requireNode } from "./require-node.mjs";

/**
 * Installs whatever a fresh clone lacks; a moment's work when nothing does.
 *
 * @returns {Promise<{ exitCode: number, binFolders: string[] }>} what `runCommand` needs to find pnpm; the exit code of
 *   the installation that failed, else 0
 */
export const prepareWorkspace = async () => {
  requireNode();
  const pnpm = await providePnpm();
  if (pnpm.exitCode !== 0) return pnpm;
  return { exitCode: await installDependencies(pnpm.binFolders), binFolders: pnpm.binFolders };
};
