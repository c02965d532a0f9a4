import {
  type DatabaseSchema,
  databaseSchema,
  diffSchemas,
  emptySchema,
  isSame,
  planMigration,
} from "@build-it/postgres-schema";
import type { Client } from "pg";
import type { DesignResult } from "../1-design/design.ts";
import { demandExtensions } from "../2-guard/demand-extensions.ts";
import { planOptionsFor } from "../3-write/plan-options.ts";
import type { DatabaseFiles } from "../3-write/read-database-files.ts";
import { Halt, messageOf } from "../5-apply/connect.ts";
import { describeDrift } from "../6-verify/describe-drift.ts";
import { schemasOf } from "../6-verify/managed-schemas.ts";
import { rehearsalDiffers, rehearsalStatementFailed } from "../diagnostics.ts";
import type { DatabaseProject } from "../project.ts";
import type { PlannedMigration } from "../reports.ts";
import { withBlank, withShadow } from "./open-shadow.ts";
import { readSchema, tryOut } from "./read-schema.ts";

export interface Rehearsal {
  readonly files: DatabaseFiles;
  readonly migration: PlannedMigration;
  /** The schema that the migration should lead to, as it was designed. */
  readonly designed: Pick<DesignResult, "design" | "schema">;
  readonly signal: AbortSignal;
}

/** What a rehearsal finds. */
export interface Rehearsed {
  /** The schema after the migration, as PostgreSQL prints it. */
  readonly catalog: DatabaseSchema;
  readonly postgresMajor: number;
}

/**
 * Proves a migration on the shadow: up must give what building the design from nothing gives; down must give what was
 * there before; up again must give the same once more. Throws a halt when anything differs, so that a migration which
 * cannot be taken back is never offered. The shadow stays at the last iteration.
 */
export function rehearseMigration(project: DatabaseProject, rehearsal: Rehearsal): Promise<Rehearsed> {
  const { files, designed, signal } = rehearsal;
  const schemas = [
    ...new Set([...schemasOf(designed.schema), ...schemasOf(databaseSchema(files.snapshot?.design.objects ?? []))]),
  ];
  return withShadow(project, { iterations: files.iterations, signal }, async ({ client, postgresMajor }) => {
    await demandExtensions(client, { design: designed.design, label: `the embedded PostgreSQL ${postgresMajor}` });
    // The first migration itself builds the model from nothing; any other is held against that.
    const fromNothing = files.snapshot === null ? null : await buildFromNothing(project, { designed, schemas, signal });
    const catalog = await tryOut(client, () => goUpDownUp(client, { rehearsal, schemas, fromNothing }));
    return { catalog, postgresMajor };
  });
}

interface UpDownUp {
  readonly rehearsal: Rehearsal;
  readonly schemas: readonly string[];
  readonly fromNothing: DatabaseSchema | null;
}

async function goUpDownUp(client: Client, { rehearsal, schemas, fromNothing }: UpDownUp): Promise<DatabaseSchema> {
  const { migration } = rehearsal;
  const up = { file: `database/migrations/${migration.file}`, sql: migration.sql };
  const down = { file: `database/rollbacks/${migration.rollbackFile}`, sql: migration.rollbackSql };
  const before = await readSchema(client, schemas);
  const after = await runAndRead(client, up, schemas);
  demandSame({
    expected: fromNothing ?? after,
    found: after,
    claim: `${migration.file} should lead to what building the model from nothing gives`,
  });
  const back = await runAndRead(client, down, schemas);
  demandSame({
    expected: before,
    found: back,
    claim: `${migration.rollbackFile} should bring back the schema before it`,
  });
  const again = await runAndRead(client, up, schemas);
  demandSame({ expected: after, found: again, claim: `${migration.file} should do the same after its rollback` });
  return after;
}

const buildFromNothing = (
  project: DatabaseProject,
  {
    designed,
    schemas,
    signal,
  }: { readonly designed: Rehearsal["designed"]; readonly schemas: readonly string[]; readonly signal: AbortSignal },
): Promise<DatabaseSchema> =>
  withBlank(project, signal, ({ client, postgresMajor }) =>
    tryOut(client, () => {
      const { steps } = planMigration(emptySchema, designed.schema, planOptionsFor(postgresMajor));
      const sql = steps.map((step) => `${step.sql.text};\n`).join("");
      return runAndRead(client, { file: "the whole schema, from nothing", sql }, schemas);
    }),
  );

async function runAndRead(
  client: Client,
  { file, sql }: { readonly file: string; readonly sql: string },
  schemas: readonly string[],
): Promise<DatabaseSchema> {
  try {
    await client.query(sql);
  } catch (error) {
    const position = error instanceof Error && "position" in error ? Number(error.position) : Number.NaN;
    throw new Halt(
      { kind: "verification_failed", message: "The rehearsal on the shadow failed, so the migration is not offered." },
      [rehearsalStatementFailed({ file, message: messageOf(error), detail: undefined, sql, position })],
    );
  }
  return readSchema(client, schemas);
}

function demandSame({
  expected,
  found,
  claim,
}: {
  readonly expected: DatabaseSchema;
  readonly found: DatabaseSchema;
  readonly claim: string;
}): void {
  const difference = diffSchemas(expected, found);
  if (isSame(difference)) return;
  const differences = describeDrift({
    missing: difference.removed,
    extra: difference.added,
    changed: difference.changed,
  });
  throw new Halt(
    { kind: "verification_failed", message: "The rehearsal on the shadow failed, so the migration is not offered." },
    [rehearsalDiffers(claim, differences.length), ...differences],
  );
}
