import { completed, halted, type StageContext, type StageResult } from "@build-it/stage-contract";
import { lastNumber } from "../3-write/iteration-chain.ts";
import { catchHalt, withTarget } from "../5-apply/connect.ts";
import { iterationOf, readHistoryRows } from "../5-apply/history.ts";
import { nothingToApprove } from "../diagnostics/apply.ts";
import type { DatabaseProject } from "../project.ts";
import type { ApprovalReport } from "../reports.ts";
import { openFiles } from "./open-files.ts";
import { readApprovals, writeApproval } from "./read-approvals.ts";

/** `build-it approve [N]`: records who approved which checksum, for the context's environment. Absent: all that is pending. */
export const approveMigrations = (
  options: { readonly iteration?: number; readonly approvedBy: string },
  project: DatabaseProject,
  context: StageContext,
): Promise<StageResult<ApprovalReport>> =>
  catchHalt(async () => {
    const { iterations } = await openFiles(project);
    const from = options.iteration ?? (await databaseIteration(project)) + 1;
    const chosen = iterations.filter(({ record }) =>
      options.iteration === undefined ? record.iteration >= from : record.iteration === from,
    );
    const environment = context.environment.name;
    if (chosen.length === 0)
      return halted({ kind: "invalid_output", message: "There is nothing to approve." }, [
        nothingToApprove(options.iteration, lastNumber(iterations)),
      ]);
    const earlier = await readApprovals(project.databaseFolder, environment, chosen);
    const approvals = chosen.map(
      ({ record, migration }) =>
        earlier.get(record.iteration) ?? {
          iteration: record.iteration,
          environment,
          file: migration.file,
          checksum: migration.checksum,
          approvedBy: options.approvedBy,
          approvedAt: context.now().toISOString(),
        },
    );
    for (const approval of approvals) await writeApproval(project.databaseFolder, approval);
    return completed({ environment, approvals: approvals.map(({ environment: _, ...approval }) => approval) });
  });

async function databaseIteration(project: DatabaseProject): Promise<number> {
  const target = await project.target();
  return withTarget(target, async (client) => iterationOf(await readHistoryRows(client)));
}
