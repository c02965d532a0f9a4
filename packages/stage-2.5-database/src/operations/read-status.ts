import { completed, type Diagnostic, type StageContext, type StageResult } from "@build-it/stage-contract";
import { iterationsAfter, lastNumber } from "../3-write/iteration-chain.ts";
import type { DatabaseFiles } from "../3-write/read-database-files.ts";
import { schemasAtWith } from "../4-rehearse/schemas-at.ts";
import { Halt, withTarget } from "../5-apply/connect.ts";
import { currentRows, positionOf, readHistoryRows } from "../5-apply/history.ts";
import { inspectTarget } from "../6-verify/inspect-target.ts";
import { foreignObjects } from "../diagnostics/apply.ts";
import type { DatabaseProject, TargetDatabase } from "../project.ts";
import type { StatusReport } from "../reports.ts";
import { openFiles } from "./open-files.ts";

/** `build-it status`: where the target stands. Never halts for what it can report. */
export async function readStatus(project: DatabaseProject, context: StageContext): Promise<StageResult<StatusReport>> {
  const unknown = {
    environment: context.environment.name,
    iteration: 0,
    filesIteration: 0,
    underway: null,
    pending: [],
    lastAppliedAt: null,
    schemaFingerprint: null,
  };
  let label = "";
  try {
    const target = await project.target();
    label = target.label;
    const files = await openFiles(project);
    return completed(await statusOf({ project, target, files, context }));
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    return completed({ ...unknown, target: label, state: stateOf(error), diagnostics: [...error.diagnostics] });
  }
}

interface Question {
  readonly project: DatabaseProject;
  readonly target: TargetDatabase;
  readonly files: DatabaseFiles;
  readonly context: StageContext;
}

const statusOf = ({ project, target, files, context }: Question): Promise<StatusReport> =>
  withTarget(target, async (client) => {
    const rows = await readHistoryRows(client);
    const { iteration, underway } = positionOf(rows);
    const base = {
      environment: context.environment.name,
      target: target.label,
      iteration,
      filesIteration: lastNumber(files.iterations),
      underway,
      pending: iterationsAfter(files.iterations, iteration)
        .flatMap(({ migration }) => migration.parts.map(({ file }) => file))
        .slice(underway?.done ?? 0),
      lastAppliedAt: currentRows(rows).get(iteration)?.applied_at.toISOString() ?? null,
    };
    try {
      const { schemaFingerprint, unmanaged } = await inspectTarget(client, {
        files,
        target,
        schemasAt: schemasAtWith(project, files, context.signal),
      });
      const state =
        underway !== null ? "underway" : base.pending.length > 0 ? "pending" : iteration === 0 ? "empty" : "verified";
      return {
        ...base,
        state,
        schemaFingerprint: iteration === 0 ? null : schemaFingerprint,
        diagnostics: [...foreignObjects(unmanaged, target.label)],
      };
    } catch (error) {
      if (!(error instanceof Halt)) throw error;
      const diagnostics: Diagnostic[] = [...error.diagnostics];
      return { ...base, state: stateOf(error), schemaFingerprint: null, diagnostics };
    }
  });

const stateOf = ({ reason }: Halt): StatusReport["state"] =>
  reason.kind === "history_mismatch" ? "history_mismatch" : reason.kind === "drift" ? "drift" : "unreachable";
