import { qualified, sql } from "@build-it/postgres-schema";
import type { Client } from "pg";
import type { Iteration } from "../3-write/read-database-files.ts";
import { readIndexState } from "./index-state.ts";
import { findBegunIndex, forgetProgress } from "./part-progress.ts";

/** Takes away what a part has left that was begun and never finished, so that a rollback finds what it knows. */
export async function clearLeftovers(client: Client, iterations: readonly Iteration[]): Promise<void> {
  const begun = await findBegunIndex(client, iterations);
  if (begun === null) return;
  const name = qualified(begun.index.schema, begun.index.name);
  const state = await readIndexState(client, begun.index);
  if (begun.action === "create" && state !== "absent") await client.query(sql`DROP INDEX CONCURRENTLY ${name}`.text);
  // An index whose dropping was cut short is there, and no query uses it.
  if (begun.action === "drop" && state === "invalid") await client.query(sql`REINDEX INDEX CONCURRENTLY ${name}`.text);
  await forgetProgress(client, begun.iteration);
}
