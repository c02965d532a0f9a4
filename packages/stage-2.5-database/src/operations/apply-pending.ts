import { emptySchema, fingerprintSchema } from "@build-it/postgres-schema";
import { completed, type StageContext, type StageResult } from "@build-it/stage-contract";
import { iterationsAfter, lastNumber } from "../3-write/iteration-chain.ts";
import { schemasAtWith } from "../4-rehearse/schemas-at.ts";
import { catchHalt, withTarget } from "../5-apply/connect.ts";
import { lockTarget } from "../5-apply/lock-target.ts";
import { inspectTarget } from "../6-verify/inspect-target.ts";
import { foreignObjects } from "../diagnostics/apply.ts";
import type { DatabaseProject } from "../project.ts";
import type { ApplyReport, VerifyReport } from "../reports.ts";
import { adoptBaseline } from "./adopt-baseline.ts";
import { applyIterations } from "./apply-iterations.ts";
import { openFiles } from "./open-files.ts";
import { permitApply } from "./permit-apply.ts";
import { removeReceipt, writeReceipt } from "./receipt.ts";

/** `build-it apply`: applies what is pending, verifies, writes the receipt. */
export const applyPending = (project: DatabaseProject, context: StageContext): Promise<StageResult<ApplyReport>> =>
  catchHalt(async () => {
    const startedAt = performance.now();
    await removeReceipt(project);
    const target = await project.target();
    return withTarget(target, async (client) => {
      await lockTarget(client, { label: target.label, signal: context.signal });
      const files = await openFiles(project);
      await adoptBaseline(client, { files, project, target }, context);
      const inspection = { files, target, schemasAt: schemasAtWith(project, files, context.signal) };
      const inspected = await inspectTarget(client, inspection);
      const pending = iterationsAfter(files.iterations, inspected.iteration);
      const approvedBy = await permitApply({ project, target, pending, next: null }, context);
      const aboutRows = await applyIterations(
        client,
        { project, target, files, pending, approvedBy, underway: inspected.underway },
        context,
      );
      const iteration = lastNumber(files.iterations);
      const schemaFingerprint = files.iterations.at(-1)?.record.schemaFingerprint ?? fingerprintSchema(emptySchema);
      const verified = { target: target.label, iteration, schemaFingerprint };
      await writeReceipt(project, { environment: context.environment.name, ...verified });
      const applied = pending.map(({ record }) => record.iteration);
      const elapsedMs = Math.round(performance.now() - startedAt);
      const strangers = foreignObjects(inspected.unmanaged, target.label);
      return completed({ ...verified, applied, elapsedMs }, [...aboutRows, ...strangers]);
    });
  });

/** `build-it verify`: whether the target is exactly what the files say, at the iteration it is at. */
export const verifyTarget = (project: DatabaseProject, context: StageContext): Promise<StageResult<VerifyReport>> =>
  catchHalt(async () => {
    const startedAt = performance.now();
    const files = await openFiles(project);
    const target = await project.target();
    const inspection = { files, target, schemasAt: schemasAtWith(project, files, context.signal) };
    const { iteration, underway, schemaFingerprint, tables, unmanaged } = await withTarget(target, (client) =>
      inspectTarget(client, inspection),
    );
    const report = {
      target: target.label,
      iteration,
      underway,
      schemaFingerprint,
      tables,
      unmanaged: [...unmanaged],
    };
    return completed(
      { ...report, elapsedMs: Math.round(performance.now() - startedAt) },
      foreignObjects(unmanaged, target.label),
    );
  });
