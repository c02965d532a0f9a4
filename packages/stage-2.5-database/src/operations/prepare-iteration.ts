import type { Configuration, IterationRecord } from "@build-it/artifacts";
import {
  type DatabaseSchema,
  databaseSchema,
  emptySchema,
  fingerprintSchema,
  invertRename,
  type Plan,
  planMigration,
  planRollback,
} from "@build-it/postgres-schema";
import { type ChangeGroup, type Diagnostic, type StageContext, step } from "@build-it/stage-contract";
import { columnBefore } from "../1-design/column-before.ts";
import type { Design, DesignResult } from "../1-design/design.ts";
import { designSchema } from "../1-design/design-schema.ts";
import { classifyChanges, losesData } from "../2-guard/classify-changes.ts";
import { findBreakingChanges } from "../2-guard/find-breaking-changes.ts";
import { groupChanges } from "../2-guard/group-changes.ts";
import { checksumOf } from "../3-write/checksum.ts";
import { sealRecord } from "../3-write/iteration-record.ts";
import { nameMigration } from "../3-write/name-migration.ts";
import { planOptionsFor } from "../3-write/plan-options.ts";
import type { DatabaseFiles, Iteration } from "../3-write/read-database-files.ts";
import { procedureOf, renderMigration } from "../3-write/render-migration.ts";
import { catalogOf, printSnapshot, type Snapshot, snapshotFormat } from "../3-write/snapshot.ts";
import { type ChangeSummary, summarizeChanges } from "../3-write/summarize-changes.ts";
import { rehearseMigration } from "../4-rehearse/rehearse-migration.ts";
import { Halt } from "../5-apply/connect.ts";
import type { DatabaseProject } from "../project.ts";
import type { PlannedMigration, PlanReport } from "../reports.ts";
import { keyOf, recallNothingNew, rememberNothingNew } from "./remember-nothing-new.ts";

/** An iteration that was designed, guarded, written and rehearsed, and that is not on disk yet. */
export interface PreparedIteration {
  readonly iteration: Iteration;
  readonly snapshot: Snapshot;
  readonly snapshotText: string;
  readonly groups: ChangeGroup[];
  readonly changes: PlanReport["changes"];
  readonly losesData: boolean;
}

export interface Preparation {
  readonly configuration: Configuration;
  readonly files: DatabaseFiles;
  readonly project: DatabaseProject;
  readonly context: StageContext;
}

/** What the model asks for now: the next iteration, or null where it asks for nothing new. */
export interface Prepared {
  readonly next: PreparedIteration | null;
  /** Warnings and notes about the model. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Design, compare, guard, write and rehearse, in memory. Throws a halt for what cannot go on. */
export async function prepareIteration(preparation: Preparation): Promise<Prepared> {
  const { configuration, files, context, project } = preparation;
  const previous = files.snapshot?.design ?? null;
  const key = keyOf(configuration, files);
  const known = await recallNothingNew(project, key);
  if (known !== undefined) {
    await step(
      context,
      { step: "compare", title: "Comparing with the last iteration", detail: describeNothing },
      () => {},
    );
    return { next: null, diagnostics: known };
  }
  const designed = await step(
    context,
    { step: "design", title: "Designing the schema", detail: ({ schema }) => `${schema.objects.size} objects` },
    () => designSchema(configuration, previous),
  );
  const errors = designed.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0)
    throw new Halt({ kind: "invalid_model", message: "The model cannot become a database." }, designed.diagnostics);
  const forward = await step(
    context,
    { step: "compare", title: "Comparing with the last iteration", detail: describePlan },
    () => planForward(designed, files),
  );
  if (forward.steps.length === 0) {
    await rememberNothingNew(project, key, designed.diagnostics);
    return { next: null, diagnostics: designed.diagnostics };
  }
  await step(context, { step: "guard", title: "Guarding rows and earlier iterations" }, () => {
    const breaking = findBreakingChanges({ difference: forward.difference, designed, previous });
    if (breaking.length > 0)
      throw new Halt(
        {
          kind: "breaking_change",
          message:
            "A change of the model could lose data or break earlier iterations, and the model does not say how to go about it.",
        },
        breaking,
      );
  });
  const plans: Plans = { forward, back: planBack(designed, files) };
  const summary = summarizeChanges(forward.difference, designed.renames, designed.design);
  const migration = writeMigration({ plans, summary, designed, files, now: context.now() });
  const rehearsed = await step(context, { step: "rehearse", title: "Rehearsing on the shadow: up, down, up" }, () =>
    rehearseMigration(project, { files, migration, designed, signal: context.signal }),
  );
  return {
    next: recordIteration({ migration, plans, summary, designed, rehearsed, files, now: context.now() }),
    diagnostics: designed.diagnostics,
  };
}

interface Plans {
  readonly forward: Plan;
  readonly back: Plan;
}

// Which statements exist depends on the major version only where a plan must be for one version; this far none does.
const plannedForMajor = 17;

const schemaBefore = ({ snapshot }: DatabaseFiles): DatabaseSchema =>
  snapshot === null ? emptySchema : databaseSchema(snapshot.design.objects);

function planForward(designed: DesignResult, files: DatabaseFiles): Plan {
  const { renames, backfills, conversions, valueMaps } = designed;
  const options = { ...planOptionsFor(plannedForMajor), renames, backfills, conversions, valueMaps };
  return planMigration(schemaBefore(files), designed.schema, options);
}

function planBack(designed: DesignResult, files: DatabaseFiles): Plan {
  const valueMaps = invertValueMaps(designed, files.snapshot?.design ?? null);
  const options = { ...planOptionsFor(plannedForMajor), renames: designed.renames, valueMaps };
  return planRollback(schemaBefore(files), designed.schema, options);
}

/** A value that took another one's place goes back to it, where the earlier iteration does not know it. */
function invertValueMaps({ valueMaps, renames }: DesignResult, previous: Design | null): DesignResult["valueMaps"] {
  return new Map(
    [...valueMaps].flatMap(([column, map]) => {
      const before = columnBefore(column, renames);
      const known = previous?.enumValues[before] ?? [];
      const back = new Map([...map].flatMap(([from, to]) => (known.includes(to) ? [] : [[to, from] as const])));
      return back.size === 0 ? [] : [[before, back] as const];
    }),
  );
}

const describeNothing = (): string => "nothing changed";

const describePlan = ({ steps }: Plan): string =>
  steps.length === 0 ? describeNothing() : `${steps.length} ${steps.length === 1 ? "statement" : "statements"}`;

function writeMigration({
  plans,
  summary,
  designed,
  files,
  now,
}: {
  readonly plans: Plans;
  readonly summary: ChangeSummary;
  readonly designed: DesignResult;
  readonly files: DatabaseFiles;
  readonly now: Date;
}): PlannedMigration {
  const iteration = files.iterations.length + 1;
  const name = nameMigration(iteration, summary);
  const file = `${name}.sql`;
  const rollbackFile = `${name}_rollback.sql`;
  const header = { generatedAt: now, iteration };
  const sql = renderMigration(plans.forward, {
    ...header,
    summary,
    title: "Migration",
    file,
    counterpart: rollbackFile,
  });
  const rollbackSql = renderMigration(plans.back, {
    ...header,
    summary: summarizeChanges(plans.back.difference, designed.renames.map(invertRename), designed.design),
    title: "Rollback",
    file: rollbackFile,
    counterpart: file,
  });
  return { iteration, name, file, sql, rollbackFile, rollbackSql, checksum: checksumOf(sql) };
}

interface Recording {
  readonly migration: PlannedMigration;
  readonly plans: Plans;
  readonly summary: ChangeSummary;
  readonly designed: DesignResult;
  readonly rehearsed: Awaited<ReturnType<typeof rehearseMigration>>;
  readonly files: DatabaseFiles;
  readonly now: Date;
}

function recordIteration({ migration, plans, summary, designed, rehearsed, files, now }: Recording): PreparedIteration {
  const { iteration, name } = migration;
  const { catalog, postgresMajor } = rehearsed;
  const snapshot: Snapshot = {
    format: snapshotFormat,
    iteration,
    postgresMajor,
    design: designed.design,
    catalog: catalogOf(catalog),
  };
  const snapshotText = printSnapshot(snapshot);
  const retained = retainedNow(designed, files);
  const record: IterationRecord = sealRecord({
    iteration,
    name,
    generatedAt: now.toISOString(),
    databaseChanges: {
      tables: mutable(summary.tables),
      columns: mutable(summary.columns),
      relationships: mutable(summary.relationships),
      retained,
      migrations: [{ file: migration.file, checksum: migration.checksum, applied: null }],
    },
    rollback: {
      migrations: [{ file: migration.rollbackFile, checksum: checksumOf(migration.rollbackSql) }],
      procedure: procedureOf(plans.back),
    },
    schemaFingerprint: fingerprintSchema(catalog),
    postgresMajor,
    snapshotChecksum: checksumOf(snapshotText),
    previousHash: files.iterations.at(-1)?.record.hash ?? null,
  });
  return {
    iteration: { record, migration },
    snapshot,
    snapshotText,
    groups: groupChanges(plans.forward.difference, summary, retained),
    changes: classifyChanges(plans.forward, designed.renames),
    losesData: losesData(plans.forward),
  };
}

/** What stays in the database from this iteration on although the model has it no more. */
const retainedNow = ({ design }: DesignResult, files: DatabaseFiles): string[] =>
  Object.entries(design.retained).flatMap(([id, { name }]) =>
    files.snapshot !== null && id in files.snapshot.design.retained ? [] : [name],
  );

const mutable = <T extends Readonly<Record<string, readonly string[]>>>(lists: T): { [Name in keyof T]: string[] } =>
  Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, [...list]])) as { [Name in keyof T]: string[] };
