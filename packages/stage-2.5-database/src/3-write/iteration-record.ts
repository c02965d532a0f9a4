import type { IterationRecord } from "@build-it/artifacts";
import { canonicalJson, checksumOf } from "./checksum.ts";

/** The hash that a record should carry: over all of it but the hash itself and the times of applying. */
export function hashRecord(record: Omit<IterationRecord, "hash"> | IterationRecord): string {
  const { hash: _, ...rest } = record as IterationRecord;
  const migrations = rest.databaseChanges.migrations.map((migration) => ({ ...migration, applied: null }));
  return checksumOf(canonicalJson({ ...rest, databaseChanges: { ...rest.databaseChanges, migrations } }));
}

/** The record with its hash. */
export const sealRecord = (record: Omit<IterationRecord, "hash">): IterationRecord => ({
  ...record,
  hash: hashRecord(record),
});

/** The record as a file. */
export const printRecord = (record: IterationRecord): string => `${JSON.stringify(record, null, 2)}\n`;
