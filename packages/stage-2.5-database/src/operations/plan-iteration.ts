import type { Configuration } from "@build-it/artifacts";
import { completed, type StageContext, type StageResult } from "@build-it/stage-contract";
import { schemasAtWith } from "../4-rehearse/schemas-at.ts";
import { catchHalt, withTarget } from "../5-apply/connect.ts";
import { inspectTarget } from "../6-verify/inspect-target.ts";
import { foreignObjects } from "../diagnostics.ts";
import type { DatabaseProject } from "../project.ts";
import type { GenerateReport, PlanReport } from "../reports.ts";
import { openFiles } from "./open-files.ts";
import { putOnDisk } from "./permit-apply.ts";
import { prepareIteration } from "./prepare-iteration.ts";
import { writeTypesOf } from "./write-types.ts";

/** `build-it plan`: what the next build would do; writes nothing. */
export const planIteration = (
  configuration: Configuration,
  project: DatabaseProject,
  context: StageContext,
): Promise<StageResult<PlanReport>> =>
  catchHalt(async () => {
    const files = await openFiles(project);
    const target = await project.target();
    const inspected = await withTarget(target, (client) =>
      inspectTarget(client, { files, label: target.label, schemasAt: schemasAtWith(project, files, context.signal) }),
    );
    const { next, diagnostics } = await prepareIteration({ configuration, files, project, context });
    const pending = files.iterations.slice(inspected.iteration).map(({ migration }) => migration);
    const report: PlanReport = {
      status: next === null && pending.length === 0 ? "nothing" : "changes",
      target: target.label,
      databaseIteration: inspected.iteration,
      pending,
      next: next?.iteration.migration ?? null,
      groups: next?.groups ?? [],
      changes: next?.changes ?? [],
    };
    return completed(report, [...diagnostics, ...foreignObjects(inspected.unmanaged, target.label)]);
  });

/** `build-it generate`: from design to types, files only; the target is not touched. */
export const generateIteration = (
  configuration: Configuration,
  project: DatabaseProject,
  context: StageContext,
): Promise<StageResult<GenerateReport>> =>
  catchHalt(async () => {
    const files = await openFiles(project);
    const { next, diagnostics } = await prepareIteration({ configuration, files, project, context });
    if (next !== null) await putOnDisk(project, next);
    const snapshot = next?.snapshot ?? files.snapshot;
    const { tables, typeFiles } = await writeTypesOf(project, { iterations: files.iterations, snapshot });
    return completed(
      { iteration: snapshot?.iteration ?? 0, written: next?.iteration.migration ?? null, tables, typeFiles },
      diagnostics,
    );
  });
