import type { Configuration } from "@build-it/artifacts";
import { completed, type StageContext, type StageResult } from "@build-it/stage-contract";
import { describeCosts } from "../2-guard/describe-costs.ts";
import { readTableSizes } from "../2-guard/read-table-sizes.ts";
import { iterationsAfter, lastNumber } from "../3-write/iteration-chain.ts";
import type { DatabaseFiles } from "../3-write/read-database-files.ts";
import { schemasAtWith } from "../4-rehearse/schemas-at.ts";
import { catchHalt, withTarget } from "../5-apply/connect.ts";
import { inspectTarget } from "../6-verify/inspect-target.ts";
import { foreignObjects } from "../diagnostics/apply.ts";
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
    const { inspected, prepared, costs } = await withTarget(target, async (client) => {
      const schemasAt = schemasAtWith(project, files, context.signal);
      const inspected = await inspectTarget(client, { files, target, schemasAt });
      const rows = inspected.iteration === lastNumber(files.iterations) ? client : null;
      const prepared = await prepareIteration({ configuration, files, project, context, rows });
      const weighed = prepared.next?.weighed ?? [];
      const sizeOf = await readTableSizes(
        client,
        weighed.map(({ calledBefore }) => calledBefore),
      );
      return { inspected, prepared, costs: describeCosts(weighed, sizeOf) };
    });
    const { next, diagnostics } = prepared;
    const pending = iterationsAfter(files.iterations, inspected.iteration).map(({ migration }) => migration);
    const report: PlanReport = {
      status: next === null && pending.length === 0 ? "nothing" : "changes",
      target: target.label,
      databaseIteration: inspected.iteration,
      pending,
      next: next?.iteration.migration ?? null,
      groups: next?.groups ?? [],
      changes: next?.changes ?? [],
      costs,
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
    const { next, diagnostics } = await prepareIteration({ configuration, files, project, context, recorded: true });
    if (next !== null) await putOnDisk(project, next);
    const allFiles: DatabaseFiles =
      next === null ? files : { iterations: [...files.iterations, next.iteration], snapshot: next.snapshot };
    const { tables, typeFiles } = await writeTypesOf(project, allFiles);
    return completed(
      { iteration: lastNumber(allFiles.iterations), written: next?.iteration.migration ?? null, tables, typeFiles },
      diagnostics,
    );
  });
