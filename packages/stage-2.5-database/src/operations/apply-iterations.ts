import { emptySchema } from "@build-it/postgres-schema";
import { type StageContext, step } from "@build-it/stage-contract";
import type { Client } from "pg";
import { demandExtensions } from "../2-guard/demand-extensions.ts";
import type { DatabaseFiles, Iteration } from "../3-write/read-database-files.ts";
import { schemasAtWith } from "../4-rehearse/schemas-at.ts";
import { applyMigration } from "../5-apply/apply-migration.ts";
import { cancelOnAbort, Halt } from "../5-apply/connect.ts";
import { ensureHistory } from "../5-apply/history.ts";
import { supabaseMissing, supabaseRefused } from "../diagnostics.ts";
import type { DatabaseProject, TargetDatabase } from "../project.ts";
import { bootstrapSupabase } from "../supabase/bootstrap-supabase.ts";
import { checkSupabase } from "../supabase/check-supabase.ts";

export interface ApplyWork {
  readonly project: DatabaseProject;
  readonly target: TargetDatabase;
  readonly files: DatabaseFiles;
  /** What to apply, in order; each follows the one that the target is at. */
  readonly pending: readonly Iteration[];
  /** By iteration: who approved it, where that was asked for. */
  readonly approvedBy: ReadonlyMap<number, string>;
}

/** Applies iterations one after the other, each in a transaction that is committed only when the live schema is verified. */
export async function applyIterations(client: Client, work: ApplyWork, context: StageContext): Promise<void> {
  const { files, pending, project, target } = work;
  if (pending.length === 0) return;
  await prepareTarget(client, target, context);
  if (files.snapshot !== null) await demandExtensions(client, { design: files.snapshot.design, label: target.label });
  const schemas = await schemasAtWith(project, files, context.signal)(pending.map(({ record }) => record.iteration));
  using _cancelling = cancelOnAbort(client, target, context.signal);
  for (const iteration of pending) {
    const { record, migration } = iteration;
    await step(
      context,
      { step: "apply", title: `Applying ${migration.file} to ${target.label} and verifying it` },
      () =>
        applyMigration(client, {
          iteration,
          action: "apply",
          expected: schemas.get(record.iteration) ?? emptySchema,
          recordAfter: record,
          environment: context.environment.name,
          approvedBy: work.approvedBy.get(record.iteration) ?? null,
          label: target.label,
          signal: context.signal,
        }),
    );
  }
}

/** Makes the history, and what a Supabase project has: by itself in development, never unasked elsewhere. */
async function prepareTarget(client: Client, target: TargetDatabase, context: StageContext): Promise<void> {
  const missing = await checkSupabase(client);
  if (missing.length > 0) {
    if (target.kind === "supabase" || (target.kind === "postgres" && context.environment.apply !== "auto"))
      throw new Halt(
        { kind: "target_unavailable", message: `${target.label} lacks what generated schemas stand on.` },
        [supabaseMissing(target.label, missing)],
      );
    await bootstrapSupabase(client).catch((error: unknown) => {
      throw new Halt({ kind: "target_unavailable", message: `${target.label} cannot be prepared.` }, [
        supabaseRefused(target.label, missing, error),
      ]);
    });
  }
  await ensureHistory(client);
}
