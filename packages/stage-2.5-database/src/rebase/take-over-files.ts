import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "@build-it/stage-contract";
import { databaseFolder } from "../3-write/database-folder.ts";
import type { Iteration } from "../3-write/read-database-files.ts";
import { placeFiles } from "../3-write/write-iteration.ts";
import { approvalVanished } from "../diagnostics/branches.ts";
import { findApprovalsOf } from "../operations/read-approvals.ts";
import type { DatabaseProject } from "../project.ts";
import { readIfThere } from "./read-branch.ts";

/**
 * Puts the other branch's files in the place of what is there, all or none. Data steps and approvals of this branch stay,
 * but for approvals of its own iterations, which are named.
 */
export async function takeOverFiles(
  project: DatabaseProject,
  { otherFolder, own }: { readonly otherFolder: string; readonly own: readonly Iteration[] },
): Promise<readonly Diagnostic[]> {
  const [here, there] = [databaseFolder(project.databaseFolder), databaseFolder(otherFolder)];
  const written = new Map<string, Buffer>();
  const removed: string[] = [];
  for (const folder of ["migrations", "rollbacks", "iterations", "steps", "approvals"] as const) {
    if (folder !== "steps" && folder !== "approvals")
      removed.push(...(await namesIn(here[folder])).map((name) => join(here[folder], name)));
    for (const name of await namesIn(there[folder]))
      written.set(join(here[folder], name), await readFile(join(there[folder], name)));
  }
  const snapshot = await readIfThere(there.snapshot);
  if (snapshot === undefined) removed.push(here.snapshot);
  else written.set(here.snapshot, snapshot);
  const vanished = await findApprovalsOf(here, own);
  removed.push(...vanished.map(({ place }) => place));
  await placeFiles(here, { written, removed });
  return vanished.map(({ approval }) => approvalVanished(approval.file, approval.environment, approval.approvedBy));
}

const namesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { withFileTypes: true }).catch(() => [])).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  );
