import { fingerprintSchema } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { compareWithLive, readLiveSchema } from "../6-verify/compare-with-live.ts";
import { schemasOf } from "../6-verify/managed-schemas.ts";
import { rememberVerified } from "../6-verify/verified-state.ts";
import { verificationFailed } from "../diagnostics/verification.ts";
import { Halt } from "./connect.ts";
import { addHistoryRow } from "./history.ts";
import { bringBackLast, fileOf, type MigrationRun, rowOf } from "./migration-run.ts";
import { forgetProgress } from "./part-progress.ts";

/**
 * The end of a run, in the transaction that is open: brings archived rows back, adds its history row, and reads the schema back. Throws a halt when it is
 * not exactly the expected one.
 */
export async function finishRun(client: Client, run: MigrationRun, startedAt: number): Promise<void> {
  const { expected, recordAfter, label } = run;
  const schemas = schemasOf(expected);
  await forgetProgress(client, run.iteration.record.iteration);
  await bringBackLast(client, run);
  await addHistoryRow(client, {
    ...rowOf(run),
    success: true,
    schema_fingerprint: recordAfter?.schemaFingerprint ?? fingerprintSchema(expected),
    duration_ms: Math.round(performance.now() - startedAt),
    error: null,
  });
  const { differences, unmanaged } = await compareWithLive(client, await readLiveSchema(client, schemas), expected);
  run.signal.throwIfAborted();
  const { name } = fileOf(run);
  if (differences.length > 0)
    throw new Halt(
      {
        kind: "verification_failed",
        message: `After ${name} the database ${label} is not what the model says. Nothing was kept of it.`,
      },
      [verificationFailed(name, label, differences.length), ...differences],
    );
  await rememberVerified(client, { record: recordAfter, schemas, unmanaged });
  // PostgREST reads the schema again when this is committed; elsewhere nobody listens.
  await client.query("NOTIFY pgrst, 'reload schema'");
}
