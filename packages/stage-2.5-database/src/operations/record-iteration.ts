import type { IterationRecord } from "@build-it/artifacts";
import { fingerprintSchema, type ObjectId } from "@build-it/postgres-schema";
import type { ChangeGroup } from "@build-it/stage-contract";
import type { Design, DesignResult } from "../1-design/design.ts";
import { objectsOf } from "../1-design/stored-objects.ts";
import { withoutParts } from "../1-design/table-of-column.ts";
import { classifyChanges, losesData } from "../2-guard/classify-changes.ts";
import { groupChanges } from "../2-guard/group-changes.ts";
import { type WeighedStep, weighSteps } from "../2-guard/weigh-steps.ts";
import { checksumOf } from "../3-write/checksum.ts";
import { hashInChain } from "../3-write/iteration-chain.ts";
import { sealRecord } from "../3-write/iteration-record.ts";
import { designBefore, type Plans } from "../3-write/plan-both-ways.ts";
import type { DatabaseFiles, Iteration } from "../3-write/read-database-files.ts";
import { procedureOf } from "../3-write/render-migration.ts";
import { printSnapshot, type Snapshot, snapshotFormat } from "../3-write/snapshot.ts";
import type { ChangeSummary } from "../3-write/summarize-changes.ts";
import type { Rehearsed } from "../4-rehearse/rehearse-migration.ts";
import { countTables, schemasOf } from "../6-verify/managed-schemas.ts";
import { rowChangesOf } from "../archive/row-changes.ts";
import { reverseStatements } from "../data-steps/render-steps.ts";
import { inOrder, recordedStep, type SqlStep, stepsAt } from "../data-steps/sql-step.ts";
import type { PlannedMigration, PlanReport } from "../reports.ts";

/** An iteration that was designed, guarded, written and rehearsed, and that is not on disk yet. */
export interface PreparedIteration {
  readonly iteration: Iteration;
  readonly snapshot: Snapshot;
  readonly snapshotText: string;
  readonly groups: ChangeGroup[];
  readonly changes: PlanReport["changes"];
  readonly losesData: boolean;
  readonly weighed: readonly WeighedStep[];
}

interface Recording {
  readonly migration: PlannedMigration;
  readonly plans: Plans;
  readonly steps: readonly SqlStep[];
  readonly summary: ChangeSummary;
  readonly designed: DesignResult;
  readonly rehearsed: Rehearsed;
  readonly files: DatabaseFiles;
  readonly now: Date;
  readonly baseline: boolean;
}

/** The iteration with its record and snapshot, as they will be on disk. */
export function recordIteration(recording: Recording): PreparedIteration {
  const { migration, plans, steps, summary, designed, rehearsed, files, now, baseline } = recording;
  const { iteration, name } = migration;
  const whole = { difference: plans.difference, steps: plans.parts.flatMap((part) => part.steps) };
  const { catalog, postgresMajor } = rehearsed;
  const snapshot: Snapshot = {
    format: snapshotFormat,
    iteration,
    postgresMajor,
    design: designed.design,
    catalog: objectsOf(catalog),
  };
  const snapshotText = printSnapshot(snapshot);
  const retained = retainedNow(designed, files);
  const retired = retiredNow(designed, files);
  const last = files.iterations.at(-1);
  const rows = rowChangesOf(designed, designBefore(files));
  const record: IterationRecord = sealRecord({
    iteration,
    name,
    ...(baseline ? { baseline } : {}),
    generatedAt: now.toISOString(),
    databaseChanges: {
      ...recordedChanges(summary),
      retained,
      ...(retired.length === 0 ? {} : { retired }),
      migrations: migration.parts.map(({ file, checksum, run }) => ({
        file,
        checksum,
        applied: null,
        ...(run.mode === "transaction" && !run.beforeRenames ? {} : { run }),
      })),
    },
    ...(steps.length === 0 ? {} : { steps: inOrder(steps).map(recordedStep) }),
    rollback: {
      migrations: migration.parts.map((part) => ({ file: part.rollbackFile, checksum: checksumOf(part.rollbackSql) })),
      procedure: [
        ...reverseStatements(steps, "after"),
        ...procedureOf(plans.parts.at(-1)?.back.steps ?? []),
        ...reverseStatements(steps, "before"),
      ],
    },
    schemaFingerprint: fingerprintSchema(catalog),
    ...(rows === undefined ? {} : { rows }),
    schemas: [...schemasOf(catalog)],
    tables: countTables(catalog),
    postgresMajor,
    snapshotChecksum: checksumOf(snapshotText),
    previousHash: last === undefined ? null : hashInChain(last.record),
  });
  return {
    iteration: { record, migration },
    snapshot,
    snapshotText,
    groups: groupChanges(plans.difference, summary, retained),
    changes: classifyChanges(whole, designed.renames),
    losesData: losesData(whole),
    weighed: weighSteps(plans.parts, {
      files: migration.parts.map(({ file }) => file),
      before: designBefore(files),
      renames: designed.renames,
      stepsAfter: stepsAt(steps, "after").length > 0,
    }),
  };
}

/** What stays in the database from this iteration on although the model has it no more. */
const retainedNow = ({ design: { retained } }: DesignResult, { snapshot }: DatabaseFiles): string[] =>
  namesOf(
    retained,
    withoutParts(idsOf(retained)).filter((id) => !(id in (snapshot?.design.retained ?? {}))),
  );

/** What was kept for earlier iterations and is in the database no more. */
function retiredNow({ schema }: DesignResult, { snapshot }: DatabaseFiles): string[] {
  const retained = snapshot?.design.retained ?? {};
  return namesOf(
    retained,
    withoutParts(idsOf(retained)).filter((id) => !schema.objects.has(id)),
  );
}

const idsOf = (retained: Design["retained"]): ObjectId[] => Object.keys(retained).map((id) => id as ObjectId);

const namesOf = (retained: Design["retained"], ids: readonly ObjectId[]): string[] =>
  ids.flatMap((id) => retained[id]?.name ?? []);

/** What a summary says, as a record keeps it. */
export const recordedChanges = ({ tables, columns, relationships }: ChangeSummary) => ({
  tables: mutable(tables),
  columns: mutable(columns),
  relationships: mutable(relationships),
});

const mutable = <T extends Readonly<Record<string, readonly string[]>>>(lists: T): { [Name in keyof T]: string[] } =>
  Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, [...list]])) as { [Name in keyof T]: string[] };
