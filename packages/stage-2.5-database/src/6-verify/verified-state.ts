import { type DatabaseSchema, readCatalogFingerprint } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { schemasOf } from "./managed-schemas.ts";

export interface VerifiedState {
  readonly iteration: number;
  readonly recordHash: string;
  readonly schemaFingerprint: string;
  readonly catalogFingerprint: string;
  /** Objects that were there and that BUILD IT never made. */
  readonly unmanaged: readonly string[];
}

/**
 * Notes that the live schema was found equal to `expected`, with a fingerprint of the catalog rows it was read from: as
 * long as those rows are the same, so is the schema. Part of the caller's transaction.
 */
export async function rememberVerified(
  client: Client,
  {
    record,
    expected,
    schemaFingerprint,
    unmanaged,
  }: {
    readonly record: { readonly iteration: number; readonly hash: string } | null;
    readonly expected: DatabaseSchema;
    /** Of `expected`. */
    readonly schemaFingerprint: string;
    readonly unmanaged: readonly string[];
  },
): Promise<void> {
  if (record === null) {
    await client.query("DELETE FROM build_it.verified_state");
    return;
  }
  const catalog = await readCatalogFingerprint(client, { schemas: schemasOf(expected) });
  await client.query(
    `INSERT INTO build_it.verified_state (iteration, record_hash, schema_fingerprint, catalog_fingerprint, unmanaged)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (one) DO UPDATE SET iteration = excluded.iteration, record_hash = excluded.record_hash,
       schema_fingerprint = excluded.schema_fingerprint, catalog_fingerprint = excluded.catalog_fingerprint,
       unmanaged = excluded.unmanaged, verified_at = clock_timestamp()`,
    [record.iteration, record.hash, schemaFingerprint, catalog, unmanaged],
  );
}

/** What was noted last, if anything. */
export async function readVerifiedState(client: Client): Promise<VerifiedState | null> {
  const { rows: exists } = await client.query<{ exists: boolean }>(
    "SELECT to_regclass('build_it.verified_state') IS NOT NULL AS exists",
  );
  if (exists[0]?.exists !== true) return null;
  const { rows } = await client.query<VerifiedState>(
    `SELECT iteration, record_hash AS "recordHash", schema_fingerprint AS "schemaFingerprint", catalog_fingerprint AS "catalogFingerprint", unmanaged
       FROM build_it.verified_state`,
  );
  return rows[0] ?? null;
}
