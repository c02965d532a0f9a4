import type { IterationRecord, RowChanges } from "@build-it/artifacts";
import { fingerprintSchema } from "@build-it/postgres-schema";
import type { Design } from "../1-design/design.ts";
import { bodiesUnchecked } from "../3-write/check-bodies.ts";
import { checksumOf } from "../3-write/checksum.ts";
import { sealRecord } from "../3-write/iteration-record.ts";
import { joinParts } from "../3-write/join-parts.ts";
import { nameBaseline } from "../3-write/name-migration.ts";
import type { Iteration } from "../3-write/read-database-files.ts";
import { procedureOf, renderMigration } from "../3-write/render-migration.ts";
import { summarizeChanges } from "../3-write/summarize-changes.ts";
import { countTables, schemasOf } from "../6-verify/managed-schemas.ts";
import { recordedChanges } from "../operations/record-iteration.ts";
import type { PlannedMigration } from "../reports.ts";
import type { BaselinePlans, RehearsedBaseline } from "./rehearse-baseline.ts";

/** The iterations that are folded, at least two, and when. */
export interface Folding {
  readonly folded: readonly [Iteration, ...Iteration[]];
  readonly last: Iteration;
  readonly now: Date;
}

// A baseline is planned from what PostgreSQL made of the iterations: where in the model it came from is no part of it.
const noOrigins: Design = { objects: [], origins: {}, retained: {}, enumValues: {}, usedCasts: {} };

/** A baseline's plans as its two files; `rows` are statements behind those of the plan. */
export function writeFolding(
  { forward, back }: BaselinePlans,
  { rows, folded, last, now }: Folding & { readonly rows: string },
): PlannedMigration {
  const { iteration } = last.record;
  const name = nameBaseline(iteration);
  const file = `${name}.sql`;
  const rollbackFile = `${name}_rollback.sql`;
  const header = {
    generatedAt: now,
    iteration,
    part: 1,
    of: 1,
    folds: folded.map(({ record }) => record.name),
    run: { mode: "transaction" },
  } as const;
  const sql = renderMigration(forward.steps, {
    ...header,
    title: "Migration",
    file,
    counterpart: rollbackFile,
    steps: { before: "", after: rows },
    summary: summarizeChanges(forward.difference, [], noOrigins),
    settings: bodiesUnchecked(forward.steps, {}),
  });
  const rollbackSql = renderMigration(back.steps, {
    ...header,
    title: "Rollback",
    file: rollbackFile,
    counterpart: file,
    steps: { before: "", after: "" },
    summary: summarizeChanges(back.difference, [], noOrigins),
    settings: bodiesUnchecked(back.steps, {}),
  });
  const run = { mode: "transaction" } as const;
  return joinParts({ iteration, name }, [{ file, sql, checksum: checksumOf(sql), run, rollbackFile, rollbackSql }]);
}

/** A baseline's record: it keeps the records that it folds as they were written. */
export function recordFolding(
  { migration, plans, catalog, postgresMajor }: RehearsedBaseline,
  { folded, last, now }: Folding,
): IterationRecord {
  const { iteration, name, file, checksum, rollbackFile, rollbackSql } = migration;
  const rows = rowsAfter(last.record);
  return sealRecord({
    iteration,
    name,
    ...(folded[0].record.baseline === true ? { baseline: true } : {}),
    generatedAt: now.toISOString(),
    databaseChanges: {
      ...recordedChanges(summarizeChanges(plans.forward.difference, [], noOrigins)),
      retained: [],
      migrations: [{ file, checksum, applied: null }],
    },
    rollback: {
      migrations: [{ file: rollbackFile, checksum: checksumOf(rollbackSql) }],
      procedure: procedureOf(plans.back.steps),
    },
    schemaFingerprint: fingerprintSchema(catalog),
    ...(rows === undefined ? {} : { rows }),
    schemas: [...schemasOf(catalog)],
    tables: countTables(catalog),
    postgresMajor,
    // The snapshot stays: it is of the last iteration, which is this one or comes after it.
    snapshotChecksum: last.record.snapshotChecksum,
    folds: folded.map(({ record }) => record),
    previousHash: null,
  });
}

/** Former names that repeat a column go on repeating it; a baseline itself renames and rewrites nothing. */
function rowsAfter({ rows }: IterationRecord): RowChanges | undefined {
  if (rows === undefined || Object.keys(rows.repeats).length === 0) return undefined;
  return { renames: [], repeats: rows.repeats, rewritten: { migration: {}, rollback: {} } };
}
