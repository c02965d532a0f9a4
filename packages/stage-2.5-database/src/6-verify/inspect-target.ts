import { type DatabaseSchema, emptySchema, fingerprintSchema, readCatalogFingerprint } from "@build-it/postgres-schema";
import type { Client } from "pg";
import type { DatabaseFiles } from "../3-write/read-database-files.ts";
import type { SchemasAt } from "../4-rehearse/schemas-at.ts";
import { compareHistory } from "../5-apply/compare-history.ts";
import { Halt } from "../5-apply/connect.ts";
import { type HistoryRow, iterationOf, readHistoryRows } from "../5-apply/history.ts";
import { compareWithLive } from "./compare-with-live.ts";
import { schemasOf } from "./managed-schemas.ts";
import { readVerifiedState, rememberVerified } from "./verified-state.ts";

/** A target that was found to be exactly at an iteration of the files. */
export interface InspectedTarget {
  /** 0 where nothing was ever applied. */
  readonly iteration: number;
  readonly rows: readonly HistoryRow[];
  readonly expected: DatabaseSchema;
  /** Of `expected`. */
  readonly schemaFingerprint: string;
  readonly unmanaged: readonly string[];
}

export interface Inspection {
  readonly files: DatabaseFiles;
  readonly label: string;
  /** Gives the schemas of iterations, from the snapshot or from the shadow. */
  readonly schemasAt: SchemasAt;
}

/**
 * Holds the target against the files: first its history, then its live schema. Throws a halt when either differs.
 * Changes nothing but the note of when the schema was last found equal.
 */
export async function inspectTarget(client: Client, { files, label, schemasAt }: Inspection): Promise<InspectedTarget> {
  const rows = await readHistoryRows(client);
  const mismatches = compareHistory(rows, files.iterations, label);
  if (mismatches.length > 0)
    throw new Halt(
      { kind: "history_mismatch", message: `The history of ${label} and the files do not tell the same story.` },
      mismatches,
    );
  const iteration = iterationOf(rows);
  const record = files.iterations[iteration - 1]?.record;
  if (record === undefined) return { iteration: 0, rows, ...withFingerprint(emptySchema), unmanaged: [] };
  const verification = {
    record,
    label,
    ...withFingerprint((await schemasAt([iteration])).get(iteration) ?? emptySchema),
  };
  const unmanaged = (await unchangedSince(client, verification)) ?? (await compareDeeply(client, verification));
  const { expected, schemaFingerprint } = verification;
  return { iteration, rows, expected, schemaFingerprint, unmanaged };
}

const withFingerprint = (expected: DatabaseSchema) => ({ expected, schemaFingerprint: fingerprintSchema(expected) });

interface Verification {
  readonly record: { readonly iteration: number; readonly hash: string };
  readonly expected: DatabaseSchema;
  readonly schemaFingerprint: string;
  readonly label: string;
}

/** What was unmanaged when the schema was last found equal, if not one catalog row has changed since. */
async function unchangedSince(
  client: Client,
  { record, expected, schemaFingerprint }: Verification,
): Promise<readonly string[] | undefined> {
  const state = await readVerifiedState(client);
  if (state === null || state.recordHash !== record.hash || state.schemaFingerprint !== schemaFingerprint)
    return undefined;
  const catalog = await readCatalogFingerprint(client, { schemas: schemasOf(expected) });
  return catalog === state.catalogFingerprint ? state.unmanaged : undefined;
}

async function compareDeeply(
  client: Client,
  { record, expected, schemaFingerprint, label }: Verification,
): Promise<readonly string[]> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
  try {
    const { differences, unmanaged } = await compareWithLive(client, expected);
    if (differences.length > 0)
      throw new Halt(
        {
          kind: "drift",
          message: `The database ${label} is not what iteration ${record.iteration} made it: ${differences.length === 1 ? "one thing differs" : `${differences.length} things differ`}.`,
        },
        differences,
      );
    await rememberVerified(client, { record, expected, schemaFingerprint, unmanaged });
    await client.query("COMMIT");
    return unmanaged;
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}
