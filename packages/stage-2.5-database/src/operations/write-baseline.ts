import type { Configuration } from "@build-it/artifacts";
import { completed, type StageContext, type StageResult, step } from "@build-it/stage-contract";
import type { DatabaseFiles } from "../3-write/read-database-files.ts";
import { catchHalt, Halt, withTarget } from "../5-apply/connect.ts";
import { lockTarget } from "../5-apply/lock-target.ts";
import { baselineNotFirst } from "../diagnostics/apply.ts";
import type { DatabaseProject, TargetDatabase } from "../project.ts";
import type { BaselineReport } from "../reports.ts";
import { adoptBaseline } from "./adopt-baseline.ts";
import { openFiles } from "./open-files.ts";
import { putOnDisk } from "./permit-apply.ts";
import { prepareIteration } from "./prepare-iteration.ts";

/**
 * Writes iteration 1 as a baseline: the whole model, rehearsed. On `source`, the database that the model was made from, the
 * history begins with it and nothing else is run.
 */
export const writeBaseline = (
  configuration: Configuration,
  { project, source }: { readonly project: DatabaseProject; readonly source: TargetDatabase | null },
  context: StageContext,
): Promise<StageResult<BaselineReport>> =>
  catchHalt(async (): Promise<StageResult<BaselineReport>> => {
    const files = await openFiles(project);
    if (files.iterations.length > 0)
      throw new Halt({ kind: "history_mismatch", message: "The application has iterations already." }, [
        baselineNotFirst(),
      ]);
    const preparation = { configuration, files, project, context, recorded: true, baseline: true };
    const { next, diagnostics } = await prepareIteration(preparation);
    if (next === null) return completed({ written: null, adopted: null }, diagnostics);
    await step(context, { step: "write", title: `Writing ${next.iteration.migration.file}` }, () =>
      putOnDisk(project, next),
    );
    const written: DatabaseFiles = { iterations: [next.iteration], snapshot: next.snapshot };
    if (source !== null)
      await withTarget(source, async (client) => {
        await lockTarget(client, { label: source.label, signal: context.signal });
        await adoptBaseline(client, { files: written, project, target: source }, context);
      });
    return completed({ written: next.iteration.migration.file, adopted: source?.label ?? null }, diagnostics);
  });
