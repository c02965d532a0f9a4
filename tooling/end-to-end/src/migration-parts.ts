import {
  type DatabaseSchema,
  joinSql,
  type ObjectId,
  type OnlinePart,
  type PlanOptions,
  planMigration,
  sql,
} from "@build-it/postgres-schema";
import type { DesignResult } from "@build-it/stage-2.5-database";
import type { Client } from "pg";
import { run } from "./code-of-iteration.ts";

/** All of a migration as one part. */
export const planWhole = (before: DatabaseSchema, after: DatabaseSchema, options: PlanOptions): OnlinePart => ({
  purpose: "change",
  run: { mode: "transaction" },
  steps: planMigration(before, after, options).steps,
  end: after,
});

/** What of a design keeps its values where it gets another type: one that has no place for some asks for a cast. */
export const keptTypes = ({ schema, conversions }: DesignResult): ReadonlySet<ObjectId> =>
  new Set([...schema.objects.keys()].filter((id) => !conversions.has(id)));

/** Runs a part as stage 2.5 does, but for a fill, which is one statement here. */
export async function runPart(client: Client, { run: how, steps }: OnlinePart): Promise<void> {
  const statements = joinSql(
    steps.map((step) => step.sql),
    ";\n",
  );
  if (how.mode === "concurrently") return void (await run(client, statements));
  const quiet = how.mode === "batches" && how.quiet ? sql`SET LOCAL session_replication_role = replica;` : sql``;
  await run(client, sql`BEGIN; SET LOCAL check_function_bodies = off; ${quiet}\n${statements};\nCOMMIT`);
}
