import { type DatabaseSchema, emptySchema } from "@build-it/postgres-schema";
import { completed, halted, type StageContext, type StageResult, step } from "@build-it/stage-contract";
import type { Client } from "pg";
import type { DatabaseFiles, Iteration } from "../3-write/read-database-files.ts";
import { schemasAtWith } from "../4-rehearse/schemas-at.ts";
import { applyMigration } from "../5-apply/apply-migration.ts";
import { cancelOnAbort, catchHalt, Halt, withTarget } from "../5-apply/connect.ts";
import { lockTarget } from "../5-apply/lock-target.ts";
import { inspectTarget } from "../6-verify/inspect-target.ts";
import { noSuchIteration, rollbackLosesRows } from "../diagnostics.ts";
import { openFiles } from "../operations/open-files.ts";
import { removeReceipt } from "../operations/receipt.ts";
import type { DatabaseProject, TargetDatabase } from "../project.ts";
import type { RollbackReport } from "../reports.ts";
import { countLosses, type Loss } from "./count-losses.ts";

/** How far back, and at what price. */
export interface RollbackOptions {
  readonly iteration: number;
  /** Shows what would be run and lost, and changes nothing. */
  readonly dryRun: boolean;
  /** Said by name: rows and values that no earlier iteration has are given up. */
  readonly discardData?: boolean;
}

/** `build-it rollback --to N`: runs the proven rollbacks in reverse, each verified and recorded in its own transaction. */
export const rollbackTo = (
  options: RollbackOptions,
  project: DatabaseProject,
  context: StageContext,
): Promise<StageResult<RollbackReport>> =>
  catchHalt(async () => {
    const startedAt = performance.now();
    const target = await project.target();
    return withTarget(target, async (client) => {
      await lockTarget(client, { label: target.label, signal: context.signal });
      const files = await openFiles(project);
      const schemasAt = schemasAtWith(project, files, context.signal);
      const { iteration: from, expected } = await inspectTarget(client, { files, label: target.label, schemasAt });
      if (options.iteration > from)
        return halted({ kind: "invalid_output", message: "There is nothing to roll back." }, [
          noSuchIteration(options.iteration, from),
        ]);
      const undone = files.iterations.slice(options.iteration, from).toReversed();
      const schemas = await schemasAt(undone.map(({ record }) => record.iteration - 1));
      const after = undone.length === 0 ? expected : (schemas.get(options.iteration) ?? emptySchema);
      const losses = await countLosses(client, expected, after);
      if (!options.dryRun) {
        await permitLosses(losses, { options, target, context });
        await removeReceipt(project);
        await runRollbacks(client, { undone, schemas, files, target }, context);
      }
      const report: RollbackReport = {
        target: target.label,
        from,
        to: options.iteration,
        files: undone.map(({ migration }) => migration.rollbackFile),
        sql: undone.map(({ migration }) => migration.rollbackSql).join("\n"),
        dryRun: options.dryRun,
        losses: [...losses],
        elapsedMs: Math.round(performance.now() - startedAt),
      };
      return completed(report);
    });
  });

interface Rollbacks {
  readonly undone: readonly Iteration[];
  readonly schemas: ReadonlyMap<number, DatabaseSchema>;
  readonly files: DatabaseFiles;
  readonly target: TargetDatabase;
}

async function runRollbacks(
  client: Client,
  { undone, schemas, files, target }: Rollbacks,
  context: StageContext,
): Promise<void> {
  using _cancelling = cancelOnAbort(client, target, context.signal);
  for (const iteration of undone) {
    const to = iteration.record.iteration - 1;
    await step(
      context,
      { step: "rollback", title: `Running ${iteration.migration.rollbackFile} on ${target.label} and verifying it` },
      () =>
        applyMigration(client, {
          iteration,
          action: "rollback",
          expected: schemas.get(to) ?? emptySchema,
          recordAfter: files.iterations[to - 1]?.record ?? null,
          environment: context.environment.name,
          approvedBy: null,
          label: target.label,
          signal: context.signal,
        }),
    );
  }
}

async function permitLosses(
  losses: readonly Loss[],
  {
    options,
    target,
    context,
  }: { readonly options: RollbackOptions; readonly target: TargetDatabase; readonly context: StageContext },
): Promise<void> {
  if (losses.length === 0 || options.discardData === true) return;
  const choice = await context.decide<"cancel" | "discard" | "later">({
    kind: "discard_data",
    question: `Rolling back to iteration ${options.iteration} gives up ${losses.map(({ subject, rows }) => `${rows} in ${subject}`).join(", ")} on ${target.label}. Go on?`,
    choices: [
      { choice: "cancel", label: "Cancel", key: "c" },
      { choice: "discard", label: "Discard the data", key: "d" },
    ],
    unattended: "later",
  });
  if (choice === "discard") return;
  if (choice === "cancel") throw new Halt({ kind: "cancelled", message: "Cancelled. Nothing was rolled back." });
  throw new Halt(
    {
      kind: "approval_required",
      message: `Rolling back to iteration ${options.iteration} would lose data.`,
      nextCommand: `build-it rollback --to ${options.iteration} --discard-data`,
    },
    losses.map(({ subject, rows }) => rollbackLosesRows(subject, rows)),
  );
}
