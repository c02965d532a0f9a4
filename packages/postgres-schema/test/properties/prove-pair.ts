import type { TestMajor } from "@build-it/test-databases";
import { type Client, DatabaseError } from "pg";
import {
  diffSchemas,
  type IntrospectedSchema,
  invertRenames,
  isSame,
  type PlanOptions,
  planBetweenCatalogs,
  type Rename,
} from "../../src/index.ts";
import { differingLines } from "../pairs/observe.ts";
import { readAll } from "../scenarios/read-all.ts";

/** What is seen of a database; `observed` is null where no outsider can look. */
interface Sight {
  readonly read: IntrospectedSchema;
  readonly observed: readonly string[] | null;
}

/** Where a pair is proved: an empty database, and who looks at it besides us. */
export interface ProvingGround {
  readonly client: Client;
  readonly major: TestMajor;
  /** Statements of schemas that were made and are still there. */
  readonly shared: Set<string>;
  readonly observe: ((database: { readonly client: Client }) => Promise<readonly string[]>) | null;
  /** How the words begin with which the engine may refuse a pair. */
  readonly mayRefuse: readonly string[];
  /** What goes on under another name on the way there. */
  readonly renames?: readonly Rename[];
  /** Whether a step that deletes rows is wrong. */
  readonly keepsRows?: boolean;
  /** Whether statements are drawn so freely that PostgreSQL may refuse some, which are left out. */
  readonly isFree: boolean;
}

/** The statements of a schema are refused: whoever wrote them is wrong, and not the engine. */
export class RefusedStatements extends Error {}

/**
 * Leads a database that `before` made to what `after` makes, and back, and writes `before` out into an empty database.
 * Gives what is not as it must be, a line each. Everything is taken back.
 */
export async function provePair(
  before: readonly string[],
  after: readonly string[],
  ground: ProvingGround,
): Promise<readonly string[]> {
  const [madeBefore, madeAfter] = await shareSchemas(before, after, ground);
  const options: PlanOptions = { postgresMajor: ground.major, runBy: await currentUser(ground.client) };
  const empty = await look(ground);
  const wanted = await inTransaction(ground.client, async () => {
    await make(madeAfter, ground);
    return look(ground);
  });
  const [start, ...found] = await inTransaction(ground.client, async () => {
    await make(madeBefore, ground);
    const start = await look(ground);
    const { renames = [] } = ground;
    const there = await lead("there", start, wanted, { ground, options: { ...options, renames } });
    const backwards = { ground, options: { ...options, renames: invertRenames(renames) } };
    const back = there.arrived === null ? null : await lead("back", there.arrived, start, backwards);
    return [start, ...there.findings, ...(back?.findings ?? [])] as const;
  });
  const written = await inTransaction(ground.client, () => lead("written out", empty, start, { ground, options }));
  return [...found, ...written.findings];
}

/**
 * Schemas that both sides make are made once and stay: a session forgets all its prepared plans when one is made or taken back,
 * and to plan the reader's statement takes longer than to run it. Gives the statements that are left.
 */
async function shareSchemas(
  before: readonly string[],
  after: readonly string[],
  { client, shared }: ProvingGround,
): Promise<readonly [before: readonly string[], after: readonly string[]]> {
  const wanted = new Set(before.filter((statement) => statement.startsWith("CREATE SCHEMA ")));
  const common = new Set(after.filter((statement) => wanted.has(statement)));
  for (const statement of after) if (statement.startsWith("CREATE SCHEMA ")) wanted.add(statement);
  for (const statement of wanted) {
    if (common.has(statement) === shared.has(statement)) continue;
    await client.query(common.has(statement) ? statement : statement.replace("CREATE", "DROP"));
    if (common.has(statement)) shared.add(statement);
    else shared.delete(statement);
  }
  const left = (statements: readonly string[]) => statements.filter((statement) => !common.has(statement));
  return [left(before), left(after)];
}

async function lead(
  way: string,
  from: Sight,
  to: Sight,
  { ground, options }: { readonly ground: ProvingGround; readonly options: PlanOptions },
): Promise<{ readonly arrived: Sight | null; readonly findings: readonly string[] }> {
  const steps = plannedSteps(from, to, options);
  if ("problem" in steps) {
    const isKnown = steps.refusals.length > 0 && steps.refusals.every((what) => isAmong(ground.mayRefuse, what));
    return { arrived: null, findings: isKnown ? [] : [`${way}: ${steps.problem}`] };
  }
  const deleting = steps.deleting.map((sql) => `${way}: deletes rows by ${sql}`);
  if (ground.keepsRows && deleting.length > 0) return { arrived: null, findings: deleting };
  await ground.client.query("SET LOCAL check_function_bodies = off");
  for (const sql of steps.statements) {
    const failure = await ground.client.query(sql).then(() => null, messageOf);
    if (failure !== null) return { arrived: null, findings: [`${way}: ${failure}\n> ${sql}`] };
  }
  const arrived = await look(ground);
  const left = plannedSteps(arrived, to, { ...options, renames: [] });
  const again = "problem" in left ? [left.problem] : left.statements.map((sql) => `still plans ${sql}`);
  return { arrived, findings: [...differences(to, arrived), ...again].map((line) => `${way}: ${line}`) };
}

/** The statements of a plan, or why there is none and what was refused. */
type PlannedSteps =
  | { readonly statements: readonly string[]; readonly deleting: readonly string[] }
  | { readonly problem: string; readonly refusals: readonly string[] };

function plannedSteps(from: Sight, to: Sight, options: PlanOptions): PlannedSteps {
  try {
    const result = planBetweenCatalogs(from.read, to.read, options);
    if (result.status === "planned") {
      const { steps } = result.plan;
      const deleting = steps.filter(({ hazards }) => hazards.includes("deletes_data"));
      return { statements: steps.map(({ sql }) => sql.text), deleting: deleting.map(({ sql }) => sql.text) };
    }
    const { refusals } = result;
    return { problem: `refused: ${JSON.stringify(refusals)}`, refusals: refusals.map(({ what }) => what) };
  } catch (error) {
    return { problem: `no plan: ${messageOf(error)}`, refusals: [] };
  }
}

const isAmong = (beginnings: readonly string[], what: string): boolean =>
  beginnings.some((beginning) => what.startsWith(beginning));

function differences(wanted: Sight, found: Sight): readonly string[] {
  const difference = diffSchemas(wanted.read.schema, found.read.schema);
  const ours = isSame(difference) ? [] : [`our reader sees ${JSON.stringify(difference)}`];
  if (wanted.observed === null || found.observed === null) return ours;
  return [...ours, ...differingLines(wanted.observed, found.observed).map((line) => `an outsider sees ${line}`)];
}

const look = async ({ client, observe }: ProvingGround): Promise<Sight> => ({
  read: await readAll(client),
  observed: observe === null ? null : await observe({ client }),
});

/** Makes what the statements say, in a transaction that is there. */
export async function make(
  statements: readonly string[],
  { client, isFree }: Pick<ProvingGround, "client" | "isFree">,
): Promise<void> {
  for (const statement of statements) {
    if (isFree) await client.query("SAVEPOINT said");
    const failure = await client.query(statement).then(() => null, identity);
    if (failure === null) continue;
    const isWrittenWrongly = failure instanceof DatabaseError && failure.code === syntaxError;
    if (!isFree || isWrittenWrongly) throw new RefusedStatements(`${messageOf(failure)}\n> ${statement}`);
    await client.query("ROLLBACK TO SAVEPOINT said");
  }
}

const syntaxError = "42601";

const identity = (error: unknown): unknown => error;

/** Takes back what `work` does. */
export async function inTransaction<Result>(client: Client, work: () => Promise<Result>): Promise<Result> {
  await client.query("BEGIN");
  try {
    return await work();
  } finally {
    await client.query("ROLLBACK");
  }
}

async function currentUser(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>("SELECT current_user AS name");
  return rows[0]?.name ?? "";
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
