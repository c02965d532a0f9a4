import { readCatalogFingerprint } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { snapshotFormat } from "../3-write/snapshot.ts";

export interface VerifiedState {
  readonly iteration: number;
  readonly recordHash: string;
  /** A `catalogMark`. */
  readonly catalogFingerprint: string;
  /** Objects that were there and that BUILD IT never made. */
  readonly unmanaged: readonly string[];
}

/** A fingerprint of catalog rows, marked with what was read of them: a reader that sees more must look again. */
export const catalogMark = (fingerprint: string): string => `${snapshotFormat}/${fingerprint}`;

/**
 * Notes that the live schema was found to be what `record` says, with a fingerprint of the catalog rows it was read from: as
 * long as those rows are the same, so is the schema. Part of the caller's transaction.
 */
export async function rememberVerified(
  client: Client,
  {
    record,
    schemas,
    unmanaged,
  }: {
    readonly record: { readonly iteration: number; readonly hash: string; readonly schemaFingerprint: string } | null;
    readonly schemas: readonly string[];
    readonly unmanaged: readonly string[];
  },
): Promise<void> {
  if (record === null) {
    await client.query("DELETE FROM build_it.verified_state");
    return;
  }
  const catalog = catalogMark(await readCatalogFingerprint(client, { schemas }));
  await client.query(
    `INSERT INTO build_it.verified_state (iteration, record_hash, schema_fingerprint, catalog_fingerprint, unmanaged)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (one) DO UPDATE SET iteration = excluded.iteration, record_hash = excluded.record_hash,
       schema_fingerprint = excluded.schema_fingerprint, catalog_fingerprint = excluded.catalog_fingerprint,
       unmanaged = excluded.unmanaged, verified_at = clock_timestamp()`,
    [record.iteration, record.hash, record.schemaFingerprint, catalog, unmanaged],
  );
}

/** What was noted last, if anything. */
export async function readVerifiedState(client: Client): Promise<VerifiedState | null> {
  const { rows: exists } = await client.query<{ exists: boolean }>(
    "SELECT to_regclass('build_it.verified_state') IS NOT NULL AS exists",
  );
  if (exists[0]?.exists !== true) return null;
  const { rows } = await client.query<VerifiedState>(
    `SELECT iteration, record_hash AS "recordHash", catalog_fingerprint AS "catalogFingerprint", unmanaged
       FROM build_it.verified_state`,
  );
  return rows[0] ?? null;
}
