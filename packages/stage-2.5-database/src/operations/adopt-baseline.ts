import { type DatabaseSchema, emptySchema } from "@build-it/postgres-schema";
import { type StageContext, step } from "@build-it/stage-contract";
import type { Client } from "pg";
import type { DatabaseFiles, Iteration } from "../3-write/read-database-files.ts";
import { schemasAtWith } from "../4-rehearse/schemas-at.ts";
import { Halt } from "../5-apply/connect.ts";
import { addHistoryRow, ensureHistory, iterationOf, letHistoryAdopt, readHistoryRows } from "../5-apply/history.ts";
import { compareWithLive, readLiveSchema } from "../6-verify/compare-with-live.ts";
import { schemasOf } from "../6-verify/managed-schemas.ts";
import { rememberVerified } from "../6-verify/verified-state.ts";
import { baselineDiffers } from "../diagnostics/apply.ts";
import type { DatabaseProject, TargetDatabase } from "../project.ts";

export interface Adoption {
  readonly files: DatabaseFiles;
  readonly project: DatabaseProject;
  readonly target: TargetDatabase;
}

/**
 * Where the files begin with a baseline and the target stands there already, it is taken as it is: nothing is run on it but
 * the row that says so. A target that has nothing of the baseline is left to be built. Throws a halt where it has some of
 * it, or something else in its place.
 */
export async function adoptBaseline(
  client: Client,
  { files, project, target }: Adoption,
  context: StageContext,
): Promise<void> {
  const [first] = files.iterations;
  if (first?.record.baseline !== true || iterationOf(await readHistoryRows(client)) > 0) return;
  const schemas = await schemasAtWith(project, files, context.signal)([first.record.iteration]);
  const baseline = schemas.get(first.record.iteration) ?? emptySchema;
  if (!(await holdsAnyOf(client, baseline))) return;
  await step(context, { step: "adopt", title: `Taking ${target.label} as it is: ${first.record.name}` }, () =>
    recordAdoption(client, { iteration: first, baseline, label: target.label, environment: context.environment.name }),
  );
}

async function holdsAnyOf(client: Client, baseline: DatabaseSchema): Promise<boolean> {
  const { schema } = await readLiveSchema(client, schemasOf(baseline));
  return [...baseline.objects.keys()].some((id) => schema.objects.has(id));
}

async function recordAdoption(
  client: Client,
  {
    iteration: { record, migration },
    baseline,
    label,
    environment,
  }: {
    readonly iteration: Iteration;
    readonly baseline: DatabaseSchema;
    readonly label: string;
    readonly environment: string;
  },
): Promise<void> {
  const schemas = schemasOf(baseline);
  const startedAt = performance.now();
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
  try {
    const { differences, unmanaged } = await compareWithLive(client, await readLiveSchema(client, schemas), baseline);
    if (differences.length > 0)
      throw new Halt({ kind: "drift", message: `${label} is neither empty nor what the baseline says.` }, [
        baselineDiffers(label, differences.length),
        ...differences,
      ]);
    await ensureHistory(client);
    await letHistoryAdopt(client);
    await addHistoryRow(client, {
      iteration: record.iteration,
      migration_file: migration.file,
      part: 1,
      parts: 1,
      checksum: migration.checksum,
      success: true,
      action: "adopt",
      record_hash: record.hash,
      schema_fingerprint: record.schemaFingerprint,
      duration_ms: Math.round(performance.now() - startedAt),
      approved_by: null,
      environment,
      error: null,
    });
    await rememberVerified(client, { record, schemas, unmanaged });
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}
