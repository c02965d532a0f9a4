import {
  type DatabaseSchema,
  emptySchema,
  fingerprintSchema,
  type ObjectId,
  objectId,
  readCatalogFingerprint,
} from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import type { Client } from "pg";
import { iterationAt } from "../3-write/iteration-chain.ts";
import type { DatabaseFiles, Iteration } from "../3-write/read-database-files.ts";
import { tryOut } from "../4-rehearse/read-schema.ts";
import { placeOf, type SchemasAt } from "../4-rehearse/schemas-at.ts";
import { compareHistory } from "../5-apply/compare-history.ts";
import { connect, Halt } from "../5-apply/connect.ts";
import { type HistoryRow, positionOf, readHistoryRows, type Underway } from "../5-apply/history.ts";
import { findBegunIndex } from "../5-apply/part-progress.ts";
import type { TargetDatabase } from "../project.ts";
import { compareWithLive, type LiveComparison, readLiveSchema } from "./compare-with-live.ts";
import { countTables, schemasOf } from "./managed-schemas.ts";
import { catalogMark, readVerifiedState, rememberVerified } from "./verified-state.ts";

/** A target that was found to be exactly at an iteration of the files, or at the end of one of its parts. */
export interface InspectedTarget {
  /** 0 where nothing was ever applied. */
  readonly iteration: number;
  /** The next iteration, where some of its parts were applied. */
  readonly underway: Underway | null;
  readonly rows: readonly HistoryRow[];
  /** Of the schema that the iteration ends at. */
  readonly schemaFingerprint: string;
  readonly tables: number;
  readonly unmanaged: readonly string[];
}

export interface Inspection {
  readonly files: DatabaseFiles;
  readonly target: TargetDatabase;
  /** Gives the schemas of iterations, from the snapshot or from the shadow. */
  readonly schemasAt: SchemasAt;
}

/**
 * Holds the target against the files: first its history, then its live schema. Throws a halt when either differs.
 * Changes nothing but the note of when the schema was last found equal.
 */
export async function inspectTarget(
  client: Client,
  { files, target, schemasAt }: Inspection,
): Promise<InspectedTarget> {
  const { label } = target;
  const rows = await readHistoryRows(client);
  const mismatches = compareHistory(rows, files.iterations, label);
  if (mismatches.length > 0)
    throw new Halt(
      { kind: "history_mismatch", message: `The history of ${label} and the files do not tell the same story.` },
      mismatches,
    );
  const { iteration, underway } = positionOf(rows);
  if (underway !== null) return { ...(await inspectMidway(client, { files, target, schemasAt }, underway)), rows };
  const record = iterationAt(files.iterations, iteration)?.record;
  if (record === undefined)
    return {
      iteration: 0,
      underway,
      rows,
      schemaFingerprint: fingerprintSchema(emptySchema),
      tables: 0,
      unmanaged: [],
    };
  const readExpected = async (): Promise<DatabaseSchema> =>
    (await schemasAt([iteration])).get(iteration) ?? emptySchema;
  const begun = await readBegunIndex(client, files);
  const verification: Verification = { record, target, readExpected, begun, ...(await extentOf(record, readExpected)) };
  const unmanaged = (await unchangedSince(client, verification)) ?? (await verifyDeeply(client, verification));
  const { schemaFingerprint } = record;
  return { iteration, underway, rows, schemaFingerprint, tables: verification.tables, unmanaged };
}

/** Holds a target in the midst of an iteration against what the parts that it has should have made of it. */
async function inspectMidway(
  client: Client,
  { files, target, schemasAt }: Inspection,
  underway: Underway,
): Promise<Omit<InspectedTarget, "rows">> {
  const { iteration, done, of } = underway;
  const place = placeOf(iteration, { part: done, of });
  const expected = (await schemasAt([place])).get(place) ?? emptySchema;
  const begun = await readBegunIndex(client, files);
  const { differences, unmanaged } = await tryOut(client, async () =>
    compareWithLive(client, await readLiveSchema(client, schemasOf(expected)), expected, begun),
  );
  if (differences.length > 0)
    throw drifted(
      `The database ${target.label} is not what part ${done} of ${of} of iteration ${iteration} made it`,
      differences,
    );
  const schemaFingerprint = fingerprintSchema(expected);
  return { iteration: iteration - 1, underway, schemaFingerprint, tables: countTables(expected), unmanaged };
}

/** An index that is half there: whatever is left of it, the part that was building or dropping it makes good. */
async function readBegunIndex(client: Client, { iterations }: DatabaseFiles): Promise<ObjectId | null> {
  const begun = await findBegunIndex(client, iterations);
  return begun === null ? null : objectId("index", begun.index.schema, begun.index.name);
}

const drifted = (sentence: string, differences: readonly Diagnostic[]): Halt =>
  new Halt(
    {
      kind: "drift",
      message: `${sentence}: ${differences.length === 1 ? "one thing differs" : `${differences.length} things differ`}.`,
    },
    differences,
  );

type IterationRecord = Iteration["record"];

/** How far a schema reaches, as its record says; worked out where a record does not. */
async function extentOf(
  { schemas, tables }: IterationRecord,
  readExpected: () => Promise<DatabaseSchema>,
): Promise<{ readonly schemas: readonly string[]; readonly tables: number }> {
  if (schemas !== undefined && tables !== undefined) return { schemas, tables };
  const expected = await readExpected();
  return { schemas: schemasOf(expected), tables: countTables(expected) };
}

interface Verification {
  readonly record: IterationRecord;
  readonly target: TargetDatabase;
  readonly schemas: readonly string[];
  readonly tables: number;
  readonly begun: ObjectId | null;
  /** The whole schema: asked for only where it must be compared object by object. */
  readonly readExpected: () => Promise<DatabaseSchema>;
}

/** What was unmanaged when the schema was last found equal, if not one catalog row has changed since. */
async function unchangedSince(
  client: Client,
  { record, schemas }: Verification,
): Promise<readonly string[] | undefined> {
  const state = await readVerifiedState(client);
  if (state === null || state.recordHash !== record.hash) return undefined;
  const catalog = catalogMark(await readCatalogFingerprint(client, { schemas }));
  return catalog === state.catalogFingerprint ? state.unmanaged : undefined;
}

async function verifyDeeply(client: Client, verification: Verification): Promise<readonly string[]> {
  const { record, schemas } = verification;
  const { label } = verification.target;
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
  try {
    const { differences, unmanaged } = await compareDeeply(client, verification);
    if (differences.length > 0)
      throw drifted(`The database ${label} is not what iteration ${record.iteration} made it`, differences);
    // What a part left that stopped is to be looked at again.
    if (verification.begun === null) await rememberVerified(client, { record, schemas, unmanaged });
    await client.query("COMMIT");
    return unmanaged;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}

/**
 * Reads all. Where its fingerprint is the one that the record says, it is the same in all that counts, and what it was
 * meant to be need not be read; else the two are compared object by object.
 */
async function compareDeeply(
  client: Client,
  { record, target, schemas, begun, readExpected }: Verification,
): Promise<LiveComparison> {
  const live = await withSecond(target, (beside) => readLiveSchema(client, schemas, beside));
  return fingerprintSchema(live.schema) === record.schemaFingerprint
    ? { differences: [], unmanaged: [...live.unmodelled].sort() }
    : compareWithLive(client, live, await readExpected(), begun);
}

/** Opens a second connection for as long as `work` runs, where the server lets us have one. */
async function withSecond<T>(target: TargetDatabase, work: (second: Client | undefined) => Promise<T>): Promise<T> {
  const second = await connect(target.url, target.label).catch(() => undefined);
  try {
    return await work(second);
  } finally {
    await second?.end();
  }
}
