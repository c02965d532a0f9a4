import {
  type DatabaseSchema,
  databaseSchema,
  idOf,
  type Plan,
  planMigration,
  planRollback,
} from "@build-it/postgres-schema";
import type { Client } from "pg";
import { mayLeaveRows } from "../3-write/iteration-chain.ts";
import { plannedForMajor } from "../3-write/plan-both-ways.ts";
import { planOptionsFor } from "../3-write/plan-options.ts";
import type { DatabaseFiles, Iteration } from "../3-write/read-database-files.ts";
import { inOneTransaction } from "../4-rehearse/in-one-transaction.ts";
import { withBlank } from "../4-rehearse/open-shadow.ts";
import { readAll, rehearseFile, tryOut } from "../4-rehearse/read-schema.ts";
import { demandSame } from "../4-rehearse/rehearse-migration.ts";
import { Halt, messageOf } from "../5-apply/connect.ts";
import { ensureRoles } from "../5-apply/ensure-roles.ts";
import { withoutServerObjects } from "../6-verify/managed-schemas.ts";
import { knownSteps } from "../data-steps/typescript/run-file.ts";
import { squashLosesRows } from "../diagnostics/history.ts";
import type { DatabaseProject } from "../project.ts";
import type { PlannedMigration } from "../reports.ts";
import { describeLeftRows, holdSame, isEmpty, type LeftRows, readLeftRows } from "./left-rows.ts";
import { renderLeftRows } from "./render-left-rows.ts";

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
  /** What data steps put into an empty database, in words: the migration puts it there too. */
  readonly left: readonly string[];
}

/**
 * Runs the folded iterations on an empty database, plans the way to what they built and to the rows that data steps left there,
 * and proves it: up must give the same, down must leave nothing, up again the same once more. Throws a halt when anything
 * differs.
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
    readonly write: (plans: BaselinePlans, rows: string) => PlannedMigration;
    readonly signal: AbortSignal;
  },
): Promise<RehearsedBaseline> =>
  withBlank(project, signal, async ({ client, postgresMajor }) => {
    await ensureRoles(client, files.snapshot?.design.objects ?? []);
    const { schema: nothing } = await readAll(client);
    const { schema: built, left } = await tryOut(client, () => buildFolded(client, folded));
    const options = planOptionsFor(plannedForMajor);
    const plans = {
      forward: planMigration(nothing, built, options),
      back: planRollback(nothing, built, options),
    };
    const rows = renderLeftRows(left.rows);
    if (!isEmpty(left.rows)) await tryOut(client, () => demandRows(client, write(plans, ""), { rows, left }));
    const migration = write(plans, rows);
    await tryOut(client, () => goUpDownUp(client, migration, { nothing, built }));
    const catalog = ownObjects(built, nothing);
    return { plans, migration, catalog, postgresMajor, left: describeLeftRows(left.rows) };
  });

/** What iterations left in an empty database, and the first of them that left anything. */
interface LeftByIterations {
  readonly rows: LeftRows;
  readonly first: number;
}

/** Runs iterations on an empty database and reads what they built, and what rows they left. */
async function buildFolded(
  client: Client,
  folded: readonly Iteration[],
): Promise<{ readonly schema: DatabaseSchema; readonly left: LeftByIterations }> {
  let left: LeftByIterations = { rows: { tables: [], sequences: [] }, first: 0 };
  for (const { record, migration } of folded) {
    for (const part of migration.parts)
      await rehearseFile(client, {
        file: fileOf(part),
        sql: inOneTransaction(part),
        steps: knownSteps(record),
      });
    // Once there are rows, any iteration may change them.
    if (!mayLeaveRows(record) && isEmpty(left.rows)) continue;
    left = { rows: await readLeftRows(client), first: isEmpty(left.rows) ? record.iteration : left.first };
  }
  return { schema: (await readAll(client)).schema, left };
}

const fileOf = ({ file }: { readonly file: string }): string => `database/migrations/${file}`;

/** Demands that rows can be put into what a baseline builds, and come out as they were. */
async function demandRows(
  client: Client,
  { file, sql, iteration }: PlannedMigration,
  { rows, left }: { readonly rows: string; readonly left: LeftByIterations },
): Promise<void> {
  await rehearseFile(client, { file: fileOf({ file }), sql, steps: [] });
  const problem = await client
    .query(rows)
    .then(
      async () => (holdSame(await readLeftRows(client), left.rows) ? null : "triggers make others of them"),
      messageOf,
    );
  if (problem === null) return;
  throw new Halt({ kind: "invalid_output", message: "A baseline would lose rows that data steps put there." }, [
    squashLosesRows(describeLeftRows(left.rows), { first: left.first, to: iteration, problem }),
  ]);
}

async function goUpDownUp(
  client: Client,
  { name, file: migrationFile, sql, rollbackFile, rollbackSql }: PlannedMigration,
  { nothing, built }: { readonly nothing: DatabaseSchema; readonly built: DatabaseSchema },
): Promise<void> {
  const file = fileOf({ file: migrationFile });
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
