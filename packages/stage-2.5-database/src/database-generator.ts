import type { Configuration, FieldType } from "@build-it/artifacts";
import { emptySchema, planMigration } from "@build-it/postgres-schema";
import type { Design } from "./1-design/design.ts";
import { designSchema } from "./1-design/design-schema.ts";
import { designType } from "./1-design/design-type.ts";
import { schemaOf } from "./1-design/stored-objects.ts";
import { planOptionsFor } from "./3-write/plan-options.ts";
import { applyPending, verifyTarget } from "./operations/apply-pending.ts";
import { generateIteration, planIteration } from "./operations/plan-iteration.ts";
import { writeTypes } from "./operations/write-types.ts";
import { rollbackTo } from "./rollback/rollback-to.ts";

/** The names that the founding document gave to what this package does, as doors to it. */

/** The statements that turn one design into the next, or that build the first one. */
async function statementsBetween(configuration: Configuration, previous: Design | null): Promise<readonly string[]> {
  const { schema, renames, backfills, conversions, valueMaps } = await designSchema(configuration, previous);
  const before = previous === null ? emptySchema : schemaOf(previous.objects);
  const plan = planMigration(before, schema, { ...planOptionsFor(17), renames, backfills, conversions, valueMaps });
  return plan.steps.map((step) => step.sql.text);
}

/** From the business model to SQL text. Pure: nothing is run and nothing is written. */
export const BUSMToSQL = {
  /** The statements that build a model's database from nothing. */
  generateCreateTable: (configuration: Configuration) => statementsBetween(configuration, null),
  /** The statements that bring a database from an earlier design to the model. */
  generateAlterTable: (configuration: Configuration, previous: Design) => statementsBetween(configuration, previous),
  /** PostgreSQL's name for a field's type: `datetime` is `timestamp with time zone`. */
  mapDataTypes: (type: FieldType, schema = "public"): string => designType(type, schema).type,
} as const;

/** Migrations through their life. */
export const MigrationManager = {
  generateMigration: generateIteration,
  applyMigration: applyPending,
  verifySchema: verifyTarget,
  rollback: rollbackTo,
} as const;

/** What the database gives to the later stages. Row level security and functions are part of every migration. */
export const SupabaseGenerator = { createTables: applyPending, generateTypes: writeTypes } as const;

/** What the next iteration would change. */
export const DatabaseGenerator = { generateMigration: planIteration } as const;
