import { type DatabaseSchema, diffSchemas, isSame } from "@build-it/postgres-schema";
import type { Client } from "pg";
import type { DesignResult } from "../1-design/design.ts";
import { demandExtensions } from "../2-guard/demand-extensions.ts";
import { designBefore } from "../3-write/plan-both-ways.ts";
import type { DatabaseFiles } from "../3-write/read-database-files.ts";
import { Halt } from "../5-apply/connect.ts";
import { describeDrift } from "../6-verify/describe-drift.ts";
import { schemasOf } from "../6-verify/managed-schemas.ts";
import type { KnownSteps } from "../data-steps/typescript/typescript-block.ts";
import { rehearsalDiffers } from "../diagnostics/verification.ts";
import type { DatabaseProject } from "../project.ts";
import type { MigrationPart, PlannedMigration } from "../reports.ts";
import { buildFromNothing } from "./build-from-nothing.ts";
import { emptyTables } from "./empty-tables.ts";
import { inOneTransaction } from "./in-one-transaction.ts";
import { withShadow } from "./open-shadow.ts";
import { readAndCompare } from "./read-and-compare.ts";
import { readSchema, type Script, tryOut } from "./read-schema.ts";
import { schemaBefore } from "./schemas-at.ts";
import { type AffectedPart, selectAffectedPart } from "./select-affected-part.ts";
import { noteState, stateAtEndOf } from "./shadow-state.ts";

export interface Rehearsal {
  readonly files: DatabaseFiles;
  readonly migration: PlannedMigration;
  /** The schema that the migration should lead to, as it was designed. */
  readonly designed: Pick<DesignResult, "design" | "schema">;
  /** The steps in it. */
  readonly steps: KnownSteps;
  /** Whether it is about to be recorded: then the shadow stays at its end, and the next change starts from there. */
  readonly recorded: boolean;
  readonly signal: AbortSignal;
}

/** What a rehearsal finds. */
export interface Rehearsed {
  /** The schema after the migration, as PostgreSQL prints it. */
  readonly catalog: DatabaseSchema;
  readonly postgresMajor: number;
}

/**
 * Proves a migration on the shadow: up must give what building the design from nothing gives; down, from the end of every
 * part, must give what was there before; up again must give the same once more. Throws a halt when anything differs, so
 * that a migration which cannot be taken back is never offered. The shadow is left where going up once led, if that is
 * about to be recorded, else at the last iteration.
 */
export function rehearseMigration(project: DatabaseProject, rehearsal: Rehearsal): Promise<Rehearsed> {
  const { files, designed, signal } = rehearsal;
  const schemas = [...new Set([...schemasOf(designed.schema), ...schemasOf(designBefore(files))])];
  return withShadow(project, { files, signal }, async ({ client, postgresMajor }) => {
    await demandExtensions(client, { design: designed.design, label: `the embedded PostgreSQL ${postgresMajor}` });
    const before = schemaBefore(files, postgresMajor);
    const {
      schema: design,
      design: { origins },
    } = designed;
    const catalog = await tryOut(client, async () => {
      const after = await goUpDownUp(client, {
        rehearsal,
        schemas,
        before: before?.catalog ?? null,
        selectPart: () => (before === null ? null : selectAffectedPart(design, before)),
        // The first migration itself builds the model from nothing; any other is held against that.
        fromNothing:
          files.snapshot === null
            ? null
            : (part) => buildFromNothing(project, { design, origins, part, schemas, signal }),
      });
      if (rehearsal.recorded) await stay(client, rehearsal);
      return after;
    });
    return { catalog, postgresMajor };
  });
}

interface UpDownUp {
  readonly rehearsal: Rehearsal;
  readonly schemas: readonly string[];
  /** The schema before the migration, where it need not be read. */
  readonly before: DatabaseSchema | null;
  /** What of the design is to be built from nothing. */
  readonly selectPart: () => AffectedPart | null;
  readonly fromNothing: ((part: AffectedPart | null) => Promise<DatabaseSchema>) | null;
}

async function goUpDownUp(client: Client, run: UpDownUp): Promise<DatabaseSchema> {
  const { rehearsal, schemas, fromNothing } = run;
  const { migration, steps } = rehearsal;
  const { name, parts } = migration;
  const before = run.before ?? (await readSchema(client, schemas, { toCompare: true }));
  const readings = readAndCompare(client, schemas);
  const demandBefore = async (part: MigrationPart): Promise<void> => {
    await readings.run(downOf(part, steps));
    const found = await readings.read({ toCompare: true });
    const claim = `${part.rollbackFile} should bring back the schema before it`;
    readings.owe(() => demandSame({ expected: before, found: found(), claim }));
  };
  for (const [index, part] of parts.entries()) {
    await readings.run(upOf(part, steps));
    if (index === parts.length - 1) continue;
    await client.query("SAVEPOINT end_of_part");
    await demandBefore(part);
    await client.query("ROLLBACK TO SAVEPOINT end_of_part");
  }
  let affected: AffectedPart | null = null;
  if (fromNothing !== null)
    readings.owe(() => {
      affected = run.selectPart();
    });
  const after = await readings.read();
  if (fromNothing !== null) {
    const expected = await fromNothing(affected);
    const claim = `${name} should lead to what building the model from nothing gives`;
    readings.owe(() => demandSame({ expected, found: after(), claim }));
  }
  await client.query("SAVEPOINT up_once");
  const last = parts.at(-1);
  if (last === undefined) throw new Error(`${name} has no parts`);
  await demandBefore(last);
  for (const part of parts) await readings.run(upOf(part, steps));
  const again = await readings.read({ toCompare: true });
  readings.settle();
  demandSame({ expected: after(), found: again(), claim: `${name} should do the same after its rollback` });
  return after();
}

/** Leaves the shadow where going up once led: going down and up again may number columns otherwise. */
async function stay(client: Client, { files, migration, steps }: Rehearsal): Promise<void> {
  await client.query("ROLLBACK TO SAVEPOINT up_once");
  if (steps.length > 0) await emptyTables(client);
  await noteState(client, stateAtEndOf(migration, files));
  await client.query("COMMIT");
}

const upOf = (part: MigrationPart, steps: KnownSteps): Script => ({
  file: `database/migrations/${part.file}`,
  sql: inOneTransaction(part),
  steps,
});

const downOf = (part: MigrationPart, steps: KnownSteps): Script => ({
  file: `database/rollbacks/${part.rollbackFile}`,
  sql: part.rollbackSql,
  steps,
});

/** Throws a halt where two schemas differ, with what was claimed of them. */
export function demandSame({
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
