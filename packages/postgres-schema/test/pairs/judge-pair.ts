import type { TestDatabase } from "@build-it/test-databases";
import { type Client, DatabaseError } from "pg";
import {
  type IntrospectedSchema,
  introspectSchema,
  type Plan,
  planBetweenCatalogs,
  type Refusal,
  splitScript,
} from "../../src/index.ts";
import { differingLines, observe } from "./observe.ts";
import type { Pair } from "./pair.ts";
import type { PairDatabases } from "./pair-databases.ts";

/**
 * What came of a pair. `refused`: the engine said why it has no plan. `wrong`: it has one, and the observer sees that it
 * leads somewhere else. `failed`: something threw, ours or PostgreSQL's.
 */
export interface Verdict {
  readonly name: string;
  readonly suite: string;
  readonly status: "right" | "refused" | "wrong" | "failed";
  /** Where: on the way there, back, or planning again. Empty for `right`. */
  readonly stage: string;
  readonly details: readonly string[];
}

/** The observer is written for it. */
export const major = 18;

/** Plans from the old schema to the new one, goes there and back on a real server, and has an outsider look. */
export async function judgePair(pair: Pair, oracle: string, pool: PairDatabases): Promise<Verdict> {
  const databases: TestDatabase[] = [];
  const clients: Client[] = [];
  const load = async (...parts: readonly string[]): Promise<Client> => {
    const database = await pool.take();
    databases.push(database);
    const loading = await database.client();
    // A connection that is left open would outlast the pair.
    try {
      for (const part of parts) await runFile(loading, part);
    } finally {
      await loading.end();
    }
    const client = await database.client();
    clients.push(client);
    return client;
  };
  const verdict = (status: Verdict["status"], stage: string, details: readonly string[]): Verdict => ({
    name: pair.name,
    suite: pair.suite,
    status,
    stage,
    details,
  });
  // No database that subscribes to another one can be dropped, and a run that is cut off would leave it to all others.
  if (/create\s+subscription/i.test(pair.old + pair.new)) return verdict("refused", "", ["a subscription"]);
  let stage = "loading";
  let running = "";
  try {
    const live = await load(pair.prelude, pair.old, pair.seed);
    const wanted = await load(pair.prelude, pair.new);
    const facts = { old: await observe(live, oracle), new: await observe(wanted, oracle) };
    stage = "reading";
    const before = await read(live);
    const after = await read(wanted);
    stage = "planning";
    const options = {
      postgresMajor: major,
      runBy: (await live.query<{ name: string }>("SELECT current_user AS name")).rows[0]?.name ?? "",
    };
    const planned = planBetweenCatalogs(before, after, options);
    if (planned.status === "refused") return verdict("refused", "", describeRefusals(planned.refusals));
    const run = (plan: Plan): Promise<void> =>
      runPlan(live, plan, (sql) => {
        running = sql;
      });
    stage = "forward";
    await run(planned.plan);
    const forward = differingLines(facts.new, await observe(live, oracle));
    if (forward.length > 0) return verdict("wrong", stage, [...forward, ...statementsOf(planned.plan)]);
    stage = "again";
    const again = planBetweenCatalogs(await read(live), after, options);
    if (again.status === "refused" || again.plan.steps.length > 0)
      return verdict("wrong", stage, again.status === "refused" ? ["refused"] : statementsOf(again.plan));
    stage = "planning back";
    const back = planBetweenCatalogs(await read(live), before, options);
    if (back.status === "refused") return verdict("refused", stage, describeRefusals(back.refusals));
    stage = "back";
    await run(back.plan);
    const backward = differingLines(facts.old, await observe(live, oracle));
    if (backward.length > 0) return verdict("wrong", stage, [...backward, ...statementsOf(back.plan)]);
    return verdict("right", "", []);
  } catch (error) {
    return verdict("failed", stage, [error instanceof Error ? error.message : String(error), running]);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
    for (const database of databases) await pool.giveBack(database);
  }
}

const describeRefusals = (refusals: readonly Refusal[]): readonly string[] =>
  refusals.map(({ what, name, side }) => `${what} ${name} (${side})`);

const statementsOf = (plan: Plan): readonly string[] => plan.steps.map(({ sql }) => `> ${sql.text}`);

async function read(client: Client): Promise<IntrospectedSchema> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT nspname AS name FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'",
  );
  return introspectSchema(client, { schemas: rows.map(({ name }) => name), owners: true });
}

/** Each statement by itself, as psql runs a file: some cannot run in a transaction with others. Rows of COPY are left out. */
async function runFile(client: Client, text: string): Promise<void> {
  for (const part of splitScript(text)) if (part.kind === "statement") await runStatement(client, part.text);
}

/**
 * A role belongs to the whole server: the other side of the pair, or an earlier pair, may have made it. One that the tool whose
 * pair it is had on its server is made.
 */
async function runStatement(client: Client, text: string): Promise<void> {
  try {
    await client.query(text);
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    if (error.code === "42710" && /^create\s+role\b/i.test(text)) return;
    const [, missing] = /^role "(.*)" does not exist$/s.exec(error.message) ?? [];
    if (missing === undefined) throw error;
    await client.query(`CREATE ROLE ${client.escapeIdentifier(missing)}`);
    await client.query(text);
  }
}

/** In one transaction, as an iteration is applied, with commits around what cannot run in one. */
async function runPlan(client: Client, { steps }: Plan, report: (sql: string) => void): Promise<void> {
  await client.query("BEGIN");
  await client.query("SET check_function_bodies = off");
  try {
    for (const { sql, transactional } of steps) {
      report(sql.text);
      if (!transactional) await client.query("COMMIT");
      await client.query(sql.text);
      if (!transactional) await client.query("BEGIN");
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
}
