import {
  type DatabaseSchema,
  databaseSchema,
  idOf,
  type Plan,
  planMigration,
  planRollback,
} from "@build-it/postgres-schema";
import type { Client } from "pg";
import { plannedForMajor } from "../3-write/plan-both-ways.ts";
import { planOptionsFor } from "../3-write/plan-options.ts";
import type { DatabaseFiles, Iteration } from "../3-write/read-database-files.ts";
import { inOneTransaction } from "../4-rehearse/in-one-transaction.ts";
import { withBlank } from "../4-rehearse/open-shadow.ts";
import { readAll, rehearseFile, tryOut } from "../4-rehearse/read-schema.ts";
import { demandSame } from "../4-rehearse/rehearse-migration.ts";
import { Halt } from "../5-apply/connect.ts";
import { ensureRoles } from "../5-apply/ensure-roles.ts";
import { withoutServerObjects } from "../6-verify/managed-schemas.ts";
import { knownSteps } from "../data-steps/typescript/run-file.ts";
import { squashLosesRows } from "../diagnostics/history.ts";
import type { DatabaseProject } from "../project.ts";
import type { PlannedMigration } from "../reports.ts";
import { findRows } from "./find-rows.ts";

/** From nothing to what the folded iterations built, and back. */
export interface BaselinePlans {
  readonly forward: Plan;
  readonly back: Plan;
}

export interface RehearsedBaseline {
  readonly plans: BaselinePlans;
  readonly migration: PlannedMigration;
  /** The schema that the baseline leads to, as PostgreSQL prints it. */
  readonly catalog: DatabaseSchema;
  readonly postgresMajor: number;
}

/**
 * Runs the folded iterations on an empty database, plans the way to what they built, and proves it there: up must give the
 * same, down must leave nothing, up again the same once more. Throws a halt when anything differs, or when the iterations
 * leave rows, which the way there does not bring.
 */
export const rehearseBaseline = (
  project: DatabaseProject,
  {
    folded,
    files,
    write,
    signal,
  }: {
    readonly folded: readonly Iteration[];
    readonly files: DatabaseFiles;
    readonly write: (plans: BaselinePlans) => PlannedMigration;
    readonly signal: AbortSignal;
  },
): Promise<RehearsedBaseline> =>
  withBlank(project, signal, async ({ client, postgresMajor }) => {
    await ensureRoles(client, files.snapshot?.design.objects ?? []);
    const { schema: nothing } = await readAll(client);
    const built = await tryOut(client, () => buildFolded(client, folded));
    const options = planOptionsFor(plannedForMajor);
    const plans = {
      forward: planMigration(nothing, built, options),
      back: planRollback(nothing, built, options),
    };
    const migration = write(plans);
    await tryOut(client, () => goUpDownUp(client, migration, { nothing, built }));
    return { plans, migration, catalog: ownObjects(built, nothing), postgresMajor };
  });

/** Runs iterations on an empty database and reads what they built. */
async function buildFolded(client: Client, folded: readonly Iteration[]): Promise<DatabaseSchema> {
  let firstWithRows: number | undefined;
  for (const { record, migration } of folded) {
    for (const part of migration.parts)
      await rehearseFile(client, {
        file: `database/migrations/${part.file}`,
        sql: inOneTransaction(part),
        steps: knownSteps(record),
      });
    if (record.steps !== undefined && firstWithRows === undefined && (await findRows(client)).length > 0)
      firstWithRows = record.iteration;
  }
  const left = firstWithRows === undefined ? [] : await findRows(client);
  if (firstWithRows !== undefined && left.length > 0)
    throw new Halt({ kind: "invalid_output", message: "A baseline would lose rows that data steps put there." }, [
      squashLosesRows(left, firstWithRows),
    ]);
  return (await readAll(client)).schema;
}

async function goUpDownUp(
  client: Client,
  { name, sql, rollbackFile, rollbackSql }: PlannedMigration,
  { nothing, built }: { readonly nothing: DatabaseSchema; readonly built: DatabaseSchema },
): Promise<void> {
  const file = `database/migrations/${name}.sql`;
  const rehearse = async (
    script: { readonly file: string; readonly sql: string },
    expected: DatabaseSchema,
    claim: string,
  ) => {
    await rehearseFile(client, { ...script, steps: [] });
    demandSame({ expected, found: (await readAll(client)).schema, claim });
  };
  await rehearse({ file, sql }, built, `${name} should build what the iterations that it folds built`);
  const back = { file: `database/rollbacks/${rollbackFile}`, sql: rollbackSql };
  await rehearse(back, nothing, `${rollbackFile} should leave nothing`);
  await rehearse({ file, sql }, built, `${name} should do the same after its rollback`);
}

/** What is in a schema that was not in an empty database. */
const ownObjects = (built: DatabaseSchema, nothing: DatabaseSchema): DatabaseSchema =>
  withoutServerObjects(
    databaseSchema([...built.objects.values()].filter((object) => !nothing.objects.has(idOf(object)))),
  );
