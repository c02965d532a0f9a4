import { databaseFolder } from "../3-write/database-folder.ts";
import { allRecords } from "../3-write/iteration-chain.ts";
import type { Iteration } from "../3-write/read-database-files.ts";
import { Halt } from "../5-apply/connect.ts";
import type { DatabaseProject } from "../project.ts";
import { readSteps } from "./read-steps.ts";
import type { SqlStep } from "./sql-step.ts";

/** The data steps that the next iteration takes. Throws a halt for what cannot be taken. */
export async function takeSteps(
  project: DatabaseProject,
  iterations: readonly Iteration[],
): Promise<readonly SqlStep[]> {
  const folder = databaseFolder(project.databaseFolder);
  const { steps, edited, refused } = await readSteps(folder, allRecords(iterations));
  if (edited.length > 0)
    throw new Halt(
      { kind: "history_mismatch", message: "A data step that an iteration has taken is not as it was taken." },
      edited,
    );
  if (refused.length > 0)
    throw new Halt({ kind: "invalid_model", message: "A data step cannot become part of an iteration." }, refused);
  return steps;
}
