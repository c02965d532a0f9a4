import type { Client } from "pg";
import type { Plan } from "../../src/index.ts";

/** In one transaction, as a migration is applied, with commits around what cannot run in one. */
export async function runPlan(client: Client, { steps }: Plan): Promise<void> {
  await client.query("BEGIN; SET LOCAL check_function_bodies = off");
  for (const { sql, transactional } of steps) {
    if (!transactional) await client.query("COMMIT");
    try {
      await client.query(sql.text);
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : error}\n> ${sql.text}`);
    }
    if (!transactional) await client.query("BEGIN; SET LOCAL check_function_bodies = off");
  }
  await client.query("COMMIT");
}
