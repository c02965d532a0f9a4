import { Configuration, DatabaseArtifact } from "@build-it/artifacts";
import { completed, type Stage, type StageContext, type StageResult, step } from "@build-it/stage-contract";
import type { Client } from "pg";
import { iterationsAfter, lastNumber } from "../3-write/iteration-chain.ts";
import type { DatabaseFiles } from "../3-write/read-database-files.ts";
import { schemasAtWith } from "../4-rehearse/schemas-at.ts";
import { catchHalt, withTarget } from "../5-apply/connect.ts";
import { lockTarget } from "../5-apply/lock-target.ts";
import { type InspectedTarget, inspectTarget } from "../6-verify/inspect-target.ts";
import { foreignObjects } from "../diagnostics/apply.ts";
import type { DatabaseProject, TargetDatabase } from "../project.ts";
import { adoptBaseline } from "./adopt-baseline.ts";
import { applyIterations } from "./apply-iterations.ts";
import { openFiles, reopenFiles } from "./open-files.ts";
import { permitApply } from "./permit-apply.ts";
import { prepareIteration } from "./prepare-iteration.ts";
import { appliedRecords } from "./read-history.ts";
import { removeReceipt, writeReceipt } from "./receipt.ts";
import { writeTypesOf } from "./write-types.ts";

/** Stage 2.5 whole: design, compare, guard, write, rehearse, apply, verify, types. */
export const createDatabaseStage = (project: DatabaseProject): Stage<Configuration, DatabaseArtifact> => ({
  name: "stage-2.5-database",
  title: "Database generation",
  input: Configuration,
  output: DatabaseArtifact,
  run: (configuration, context) =>
    catchHalt(async () => {
      await removeReceipt(project);
      // Edited files stop the run before any server is asked for anything.
      const before = await openFiles(project);
      const target = await project.target();
      return withTarget(target, async (client) => {
        await lockTarget(client, { label: target.label, signal: context.signal });
        // Under the lock: another run may have written an iteration while this one waited.
        const files = await reopenFiles(project, before);
        return buildDatabase(client, { configuration, files, project, target, context });
      });
    }),
});

const describePosition = ({ iteration, underway }: InspectedTarget): string =>
  underway === null
    ? `at iteration ${iteration}`
    : `in iteration ${underway.iteration}, after part ${underway.done} of ${underway.of}`;

interface Build {
  readonly configuration: Configuration;
  readonly files: DatabaseFiles;
  readonly project: DatabaseProject;
  readonly target: TargetDatabase;
  readonly context: StageContext;
}

async function buildDatabase(
  client: Client,
  { configuration, files, project, target, context }: Build,
): Promise<StageResult<DatabaseArtifact>> {
  await adoptBaseline(client, { files, project, target }, context);
  // Before anything is planned: a database that is not what it should be is nothing to build on.
  const inspected = await step(
    context,
    { step: "verify", title: `Verifying ${target.label}`, detail: describePosition },
    () => inspectTarget(client, { files, target, schemasAt: schemasAtWith(project, files, context.signal) }),
  );
  const rows = inspected.iteration === lastNumber(files.iterations) ? client : null;
  const preparation = { configuration, files, project, context, rows, recorded: true };
  const { next, diagnostics } = await prepareIteration(preparation);
  const waiting = iterationsAfter(files.iterations, inspected.iteration);
  const approvedBy = await permitApply({ project, target, pending: waiting, next }, context);
  const pending = next === null ? waiting : [...waiting, next.iteration];
  const allFiles: DatabaseFiles =
    next === null ? files : { iterations: [...files.iterations, next.iteration], snapshot: next.snapshot };
  const { underway } = inspected;
  const work = { project, target, files: allFiles, pending, approvedBy, underway };
  const aboutRows = await applyIterations(client, work, context);
  const { tables, typeFiles, schemaFingerprint } = await step(
    context,
    { step: "types", title: "Writing table types", detail: ({ tables }) => `${tables.length} tables` },
    () => writeTypesOf(project, allFiles),
  );
  const iteration = lastNumber(allFiles.iterations);
  await writeReceipt(project, {
    environment: context.environment.name,
    target: target.label,
    iteration,
    schemaFingerprint,
  });
  const records = await appliedRecords(client, allFiles.iterations);
  const artifact: DatabaseArtifact = {
    iteration,
    state: "verified",
    target: target.label,
    schemaFingerprint,
    applied: pending.map(({ record }) => record.iteration),
    record: records.at(-1) ?? null,
    tables,
    typeFiles,
  };
  const strangers = foreignObjects(inspected.unmanaged, target.label);
  return completed(artifact, [...diagnostics, ...aboutRows, ...strangers]);
}
