import { readdir } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import type { Diagnostic, HaltReason } from "@build-it/stage-contract";
import { databaseFolder, recordFile } from "../3-write/database-folder.ts";
import { type DatabaseFiles, readDatabaseFiles } from "../3-write/read-database-files.ts";
import { Halt } from "../5-apply/connect.ts";
import type { DatabaseProject } from "../project.ts";

/** The `database/` folder, held against its hash chain. Throws a halt where it does not hold. */
export async function openFiles(project: DatabaseProject): Promise<DatabaseFiles> {
  const result = await readDatabaseFiles(databaseFolder(project.databaseFolder));
  if (!result.ok) throw new Halt(filesMismatch(result.diagnostics), result.diagnostics);
  return result.files;
}

const ofTwoBranches = new Set(["database/branches_met", "database/iteration_twice", "database/record_out_of_chain"]);

/** Why files that do not hold stop a run, and what leads on where two branches may have met in them. */
const filesMismatch = (diagnostics: readonly Diagnostic[]): HaltReason =>
  diagnostics.some(({ code }) => ofTwoBranches.has(code))
    ? {
        kind: "history_mismatch",
        message: "The files under database/ are of two branches that both made an iteration.",
        nextCommand: "build-it rebase",
      }
    : { kind: "history_mismatch", message: "The files under database/ are not as they were written." };

/** The files as they are now: the ones that were read before, unless another run has written or folded an iteration since. */
export async function reopenFiles(project: DatabaseProject, files: DatabaseFiles): Promise<DatabaseFiles> {
  const names = await readdir(databaseFolder(project.databaseFolder).iterations).catch(() => []);
  const found = names.filter((name) => name.endsWith(".json")).sort();
  const known = files.iterations.map(({ record }) => recordFile(record.iteration));
  return isDeepStrictEqual(found, known) ? files : openFiles(project);
}
