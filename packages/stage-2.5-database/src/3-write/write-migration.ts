import type { RunMode } from "@build-it/artifacts";
import { invertRenames } from "@build-it/postgres-schema";
import type { DesignResult } from "../1-design/design.ts";
import { renderReverses, renderSteps } from "../data-steps/render-steps.ts";
import { type SqlStep, stepsAt } from "../data-steps/sql-step.ts";
import type { MigrationPart, PlannedMigration } from "../reports.ts";
import { bodiesUnchecked } from "./check-bodies.ts";
import { checksumOf } from "./checksum.ts";
import { lastNumber } from "./iteration-chain.ts";
import { joinParts } from "./join-parts.ts";
import { nameBaseline, nameMigration } from "./name-migration.ts";
import type { PlannedPart, Plans } from "./plan-both-ways.ts";
import type { DatabaseFiles } from "./read-database-files.ts";
import { renderMigration } from "./render-migration.ts";
import { type ChangeSummary, summarizeChanges } from "./summarize-changes.ts";

interface Writing {
  readonly plans: Plans;
  readonly steps: readonly SqlStep[];
  readonly summary: ChangeSummary;
  readonly designed: DesignResult;
  readonly files: DatabaseFiles;
  readonly now: Date;
  readonly baseline: boolean;
}

/** An iteration's plans as files: for each part one that leads to its end, and one that leads from there back to before. */
export function writeMigration(writing: Writing): PlannedMigration {
  const { plans, summary, files, baseline } = writing;
  const iteration = lastNumber(files.iterations) + 1;
  const name = baseline ? nameBaseline(iteration) : nameMigration(iteration, summary);
  const parts = plans.parts.map((part, index) => writePart(part, { index, iteration, name, writing }));
  return joinParts({ iteration, name }, parts);
}

function writePart(
  part: PlannedPart,
  {
    index,
    iteration,
    name,
    writing,
  }: { readonly index: number; readonly iteration: number; readonly name: string; readonly writing: Writing },
): MigrationPart {
  const { plans, steps, summary, designed, files, now } = writing;
  const of = plans.parts.length;
  const place = { part: index + 1, of };
  const fileName = of === 1 ? name : `${name}_${nameOfPart(place, part.purpose)}`;
  const file = `${fileName}.sql`;
  const rollbackFile = `${fileName}_rollback.sql`;
  const origins = { ...files.snapshot?.design.origins, ...designed.design.origins };
  const header = { generatedAt: now, iteration, ...place };
  const isLast = place.part === of;
  const first = plans.parts.findIndex(({ beforeRenames }) => !beforeRenames);
  const forth = renderSteps(steps);
  // What runs after the last part has not run before its end, and what runs before the change not where it is only prepared.
  const back = renderReverses(isLast ? steps : index < first ? [] : stepsAt(steps, "before"));
  const sql = renderMigration(part.steps, {
    ...header,
    summary,
    title: "Migration",
    file,
    counterpart: rollbackFile,
    run: part.run,
    steps: { before: index === first ? forth.before : "", after: isLast ? forth.after : "" },
    settings: bodiesUnchecked(part.steps, origins),
  });
  const rollbackSql = renderMigration(part.back.steps, {
    ...header,
    summary: {
      ...summarizeChanges(part.back.difference, invertRenames(designed.renames), designed.design),
      dataSteps: summary.dataSteps,
    },
    title: "Rollback",
    file: rollbackFile,
    counterpart: index === 0 ? file : `${file} and what is before it`,
    run: { mode: "transaction" },
    steps: back,
    settings: bodiesUnchecked(part.back.steps, origins),
  });
  return { file, sql, checksum: checksumOf(sql), run: recordedRun(part), rollbackFile, rollbackSql };
}

/** `2_fill`; numbered so that the names of files are in the order in which they are run. */
const nameOfPart = ({ part, of }: { readonly part: number; readonly of: number }, purpose: string): string =>
  `${String(part).padStart(String(of).length, "0")}_${purpose}`;

const named = ({ schema, name }: { readonly schema: string; readonly name: string }) => ({ schema, name });

/** How it is run, as a record keeps it. */
function recordedRun({ run, beforeRenames }: PlannedPart): RunMode {
  if (run.mode === "concurrently") return { ...run, index: named(run.index) };
  const when = beforeRenames ? { beforeRenames } : {};
  return run.mode === "batches" ? { ...run, table: named(run.table), ...when } : { ...run, ...when };
}
