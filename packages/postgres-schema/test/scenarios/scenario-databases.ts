import { createTestDatabase, type TestDatabase, type TestMajor } from "@build-it/test-databases";
import { Client, DatabaseError, escapeIdentifier } from "pg";
import { type Emptying, prepareEmptying } from "./empty-database.ts";

/** An empty database with a connection that stays open from one scenario to the next. */
export interface ScenarioDatabase {
  readonly url: string;
  readonly client: Client;
}

/** Databases that are emptied and used again: to create one takes longer than to prove a scenario. */
export interface ScenarioDatabases {
  /** Gives `work` some empty databases. Waits while as many pieces of work are under way as there may be. */
  use<Result>(work: (databases: DatabasesOfOne) => Promise<Result>): Promise<Result>;
  drop(): Promise<void>;
}

/** What one scenario gets. */
export interface DatabasesOfOne {
  /** The one that is changed. */
  readonly live: ScenarioDatabase;
  /** The one to compare with. */
  readonly wanted: ScenarioDatabase;
  /** The one that is changed step by step. */
  readonly measured: ScenarioDatabase;
}

interface Pooled extends ScenarioDatabase {
  readonly database: TestDatabase;
}

/** Roles that scenarios may name. A role belongs to the whole server, so they are there for all. */
const roles = ["scenario_owner", "scenario_reader", "scenario_writer"] as const;

/** At most `atOnce` pieces of work are under way at the same time. */
export function scenarioDatabases(major: TestMajor, atOnce: number): ScenarioDatabases {
  const free: Pooled[] = [];
  const all = new Set<Pooled>();
  let emptying: Promise<Emptying> | undefined;
  const waiting: (() => void)[] = [];
  let left = atOnce;
  const take = async (): Promise<Pooled> => {
    const used = free.pop();
    if (used !== undefined) return used;
    const database = await createTestDatabase({ major });
    // The same long statements run again and again: they are planned once.
    const client = new Client({ connectionString: database.url, options: "-c plan_cache_mode=force_generic_plan" });
    client.on("error", () => {});
    await client.connect();
    await createRoles(client);
    emptying ??= prepareEmptying(client);
    await (await emptying).empty(client);
    const pooled = { database, client, url: database.url };
    all.add(pooled);
    return pooled;
  };
  const discard = async (pooled: Pooled): Promise<void> => {
    all.delete(pooled);
    await pooled.client.end();
    await pooled.database.drop();
  };
  const giveBack = async (pooled: Pooled): Promise<void> => {
    const usable = await (await emptying)?.empty(pooled.client).catch(() => false);
    if (usable) free.push(pooled);
    else await discard(pooled);
  };
  return {
    async use(work) {
      if (left === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      else left--;
      const taken: Pooled[] = [];
      try {
        const takeOne = async (): Promise<ScenarioDatabase> => {
          const pooled = await take();
          taken.push(pooled);
          return pooled;
        };
        return await work({ live: await takeOne(), wanted: await takeOne(), measured: await takeOne() });
      } finally {
        for (const pooled of taken) await giveBack(pooled);
        const next = waiting.shift();
        if (next === undefined) left++;
        else next();
      }
    },
    async drop() {
      await Promise.all([...all].map(discard));
    },
  };
}

async function createRoles(client: Client): Promise<void> {
  for (const role of roles)
    await client.query(`CREATE ROLE ${escapeIdentifier(role)}`).catch((error: unknown) => {
      // Another process may have made it just now, which is a unique violation.
      if (!(error instanceof DatabaseError) || !["42710", "23505"].includes(error.code ?? "")) throw error;
    });
}
