import { type DatabaseSchema, emptySchema } from "@build-it/postgres-schema";
import { type Diagnostic, type StageContext, step } from "@build-it/stage-contract";
import type { Client } from "pg";
import { demandExtensions } from "../2-guard/demand-extensions.ts";
import { demandRoles } from "../2-guard/demand-roles.ts";
import { iterationAt, numberBefore } from "../3-write/iteration-chain.ts";
import type { DatabaseFiles, Iteration } from "../3-write/read-database-files.ts";
import { type Place, placeOf, schemasAtWith } from "../4-rehearse/schemas-at.ts";
import { applyMigration } from "../5-apply/apply-migration.ts";
import { cancelOnAbort, Halt } from "../5-apply/connect.ts";
import { ensureRoles } from "../5-apply/ensure-roles.ts";
import { ensureHistory, type Underway } from "../5-apply/history.ts";
import { ensureProgress } from "../5-apply/part-progress.ts";
import { decideRestore } from "../archive/decide-restore.ts";
import { describeRows } from "../archive/describe-rows.ts";
import { keepRows, mayLose, planRows, type RowKeeper } from "../archive/keep-rows.ts";
import { supabaseMissing, supabaseRefused } from "../diagnostics/apply.ts";
import type { DatabaseProject, TargetDatabase } from "../project.ts";
import { bootstrapSupabase } from "../supabase/bootstrap-supabase.ts";
import { checkSupabase, standsOnSupabase } from "../supabase/check-supabase.ts";

export interface ApplyWork {
  readonly project: DatabaseProject;
  readonly target: TargetDatabase;
  readonly files: DatabaseFiles;
  /** What to apply, in order; each follows the one that the target is at. */
  readonly pending: readonly Iteration[];
  /** What is done of the first of them. */
  readonly underway: Underway | null;
  /** By iteration: who approved it, where that was asked for. */
  readonly approvedBy: ReadonlyMap<number, string>;
}

/**
 * Applies iterations one after the other, each part of them committed only when the live schema is verified. Gives what came
 * of rows that were, or are now, in the archive.
 */
export async function applyIterations(
  client: Client,
  work: ApplyWork,
  context: StageContext,
): Promise<readonly Diagnostic[]> {
  const { files, pending, project, target } = work;
  if (pending.length === 0) return [];
  const design = files.snapshot?.design.objects ?? [];
  if (standsOnSupabase(design)) await bringSupabase(client, target, context);
  if (target.kind === "embedded") await ensureRoles(client, design);
  else await demandRoles(client, { objects: design, label: target.label });
  await ensureHistory(client);
  await ensureProgress(client);
  if (files.snapshot !== null) await demandExtensions(client, { design: files.snapshot.design, label: target.label });
  const parts = pending.flatMap((iteration) => partsLeft(iteration, work.underway));
  const starts = pending.flatMap(({ record }) => (mayLose(record) ? [numberBefore(record)] : []));
  const schemas = await schemasAtWith(project, files, context.signal)([...starts, ...parts.map(({ place }) => place)]);
  const restore = await decideRestore(client, pending, context);
  using _cancelling = cancelOnAbort(client, target, context.signal);
  const keepers = new Map(pending.map((iteration) => [iteration, keeperOf(iteration, { files, schemas, restore })]));
  const diagnostics: Diagnostic[] = [];
  for (const part of parts) {
    const rows = keepers.get(part.iteration);
    if (rows === undefined) throw new Error(`${part.place} belongs to nothing that is pending`);
    await applyPart(client, { part, rows, schemas, work }, context);
    if (part.part === part.of) diagnostics.push(...describeRows(rows.kept()));
  }
  return diagnostics;
}

function keeperOf(
  { record }: Iteration,
  {
    files,
    schemas,
    restore,
  }: {
    readonly files: DatabaseFiles;
    readonly schemas: ReadonlyMap<Place, DatabaseSchema>;
    readonly restore: boolean;
  },
): RowKeeper {
  const { iteration, hash: record_hash } = record;
  const before = mayLose(record) ? schemas.get(numberBefore(record)) : undefined;
  const after = schemas.get(iteration) ?? emptySchema;
  const previous = iterationAt(files.iterations, numberBefore(record))?.record;
  const known = before === undefined ? null : { before, after };
  const plan = planRows({ record, previous, action: "apply", schemas: known });
  return keepRows({ ...plan, restore }, { iteration, action: "apply", record_hash });
}

interface PartLeft {
  readonly iteration: Iteration;
  readonly part: number;
  readonly of: number;
  readonly place: Place;
}

/** The parts of an iteration that the target does not have yet. */
function partsLeft(iteration: Iteration, underway: Underway | null): readonly PartLeft[] {
  const number = iteration.record.iteration;
  const of = iteration.migration.parts.length;
  const done = underway?.iteration === number ? underway.done : 0;
  return Array.from({ length: of - done }, (_, index) => {
    const part = done + index + 1;
    return { iteration, part, of, place: placeOf(number, { part, of }) };
  });
}

function applyPart(
  client: Client,
  {
    part: { iteration, part, of, place },
    rows,
    schemas,
    work: { target, project, approvedBy },
  }: {
    readonly part: PartLeft;
    readonly rows: RowKeeper;
    readonly schemas: ReadonlyMap<Place, DatabaseSchema>;
    readonly work: ApplyWork;
  },
  context: StageContext,
): Promise<void> {
  const file = iteration.migration.parts[part - 1]?.file ?? "";
  const title = `Applying ${file} to ${target.label} and verifying it`;
  return step(context, { step: "apply", title }, () =>
    applyMigration(client, {
      iteration,
      action: "apply",
      part,
      expected: schemas.get(place) ?? emptySchema,
      recordAfter: part === of ? iteration.record : null,
      rows,
      environment: context.environment.name,
      approvedBy: approvedBy.get(iteration.record.iteration) ?? null,
      label: target.label,
      batches: project.batches,
      signal: context.signal,
      emit: context.emit,
    }),
  );
}

/** Makes what a Supabase project has: by itself in development, never unasked elsewhere. */
async function bringSupabase(client: Client, target: TargetDatabase, context: StageContext): Promise<void> {
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
}
