import type { TestMajor } from "@build-it/test-databases";
import type { Client } from "pg";
import {
  diffSchemas,
  type IntrospectedSchema,
  invertRenames,
  isSame,
  type Plan,
  type PlanOptions,
  planBetweenCatalogs,
} from "../../src/index.ts";
import { namesIn } from "./change-name.ts";
import { overstatedCosts, undeclaredCosts } from "./judge-costs.ts";
import { measurePlan } from "./measure-plan.ts";
import { type OutsideObserver, observedDifference } from "./outside-observer.ts";
import { probeBehaviour } from "./probe-behaviour.ts";
import { readAll } from "./read-all.ts";
import { lostRows, type Rows, readRows } from "./rows.ts";
import { runPlan } from "./run-plan.ts";
import { type Probe, renamesOf, rowDecisionsOf, type Scenario } from "./scenario.ts";
import type { DatabasesOfOne, ScenarioDatabase } from "./scenario-databases.ts";

/** What the planner said about a scenario, and whether it holds. */
export interface Proof {
  /** The plans there and back, or null where the planner refuses as expected. */
  readonly plans: { readonly there: Plan; readonly back: Plan } | null;
  /** What is not as it must be, a line each: none for a scenario that holds. */
  readonly findings: readonly string[];
  /** Costs that are declared and were not seen, a line each. */
  readonly overstated: readonly string[];
}

/** What is seen of a database. */
interface Sight {
  readonly read: IntrospectedSchema;
  /** Null where no outsider can look. */
  readonly observed: readonly string[] | null;
  readonly rows: Rows;
}

export interface ProofOptions {
  readonly major: TestMajor;
  readonly observer: OutsideObserver | null;
}

/**
 * Goes from the schema before to the one after on `live`, and back. Each time the result must be the same as a database
 * that was built from nothing, by our reader and to an outsider, behave the same, and have kept its rows.
 */
export async function proveScenario(
  scenario: Scenario,
  { live, wanted, measured }: DatabasesOfOne,
  { major, observer }: ProofOptions,
): Promise<Proof> {
  const look = async (database: ScenarioDatabase): Promise<Sight> => ({
    read: await readAll(database.client),
    observed: observer === null ? null : await observer(database),
    rows: scenario.seed === "" ? new Map() : await readRows(database.client),
  });
  await live.client.query(`${scenario.before};\n${scenario.seed}`);
  await wanted.client.query(scenario.after);
  const [before, after] = [await look(live), await look(wanted)];
  const { there: optionsThere, back: optionsBack } = await planOptions(scenario, live.client, major);
  const planned = planBetweenCatalogs(before.read, after.read, optionsThere);
  if (planned.status === "refused" || scenario.expectation.refused !== undefined)
    return { plans: null, findings: judgeRefusal(scenario, planned), overstated: [] };
  const findings: string[] = [];
  const find = (where: string, found: readonly string[]): void => {
    findings.push(...found.map((line) => `${where}: ${line}`));
  };
  const probe = async (side: Probe["on"]): Promise<readonly string[]> =>
    probeBehaviour(
      live.client,
      scenario.expectation.probes.filter(({ on }) => on === side),
    );

  find("name", misnamed(scenario, planned.plan));
  find("before", await probe("before"));
  await runPlan(live.client, planned.plan);
  const arrived = await look(live);
  find("there", differences(after, arrived));
  find("there", lostRows(before.rows, arrived.rows, mayChange(scenario, optionsThere, planned.plan)));
  find("there", await probe("after"));
  find("again", leftToDo(arrived.read, after.read, optionsThere));
  const plannedBack = planBetweenCatalogs(arrived.read, before.read, optionsBack);
  if (plannedBack.status === "refused") throw new Error(`refused on the way back: ${JSON.stringify(plannedBack)}`);
  await runPlan(live.client, plannedBack.plan);
  const returned = await look(live);
  find("back", differences(before, returned));
  find("back", lostRows(arrived.rows, returned.rows, mayChange(scenario, optionsBack, plannedBack.plan)));
  find("back", await probe("before"));
  const plans = { there: planned.plan, back: plannedBack.plan };
  const costs = await measureBothWays(scenario, measured.client, plans);
  find("costs", costs.undeclared);
  return { plans, findings, overstated: costs.overstated };
}

async function measureBothWays(
  scenario: Scenario,
  client: Client,
  { there, back }: NonNullable<Proof["plans"]>,
): Promise<{ readonly undeclared: readonly string[]; readonly overstated: readonly string[] }> {
  await client.query(`${scenario.before};\n${scenario.seed}`);
  const measuredThere = await measurePlan(client, there);
  const measuredBack = await measurePlan(client, back);
  return {
    undeclared: [...undeclaredCosts(there, measuredThere), ...undeclaredCosts(back, measuredBack)],
    overstated: [...overstatedCosts(there, measuredThere), ...overstatedCosts(back, measuredBack)],
  };
}

/** What the planner is told, on the way there and back. */
export async function planOptions(
  { expectation }: Scenario,
  client: Client,
  major: TestMajor,
): Promise<Readonly<Record<"there" | "back", PlanOptions>>> {
  const { rows } = await client.query<{ name: string }>("SELECT current_user AS name");
  const { resetPrivilegesOf } = expectation;
  const both = { postgresMajor: major, runBy: rows[0]?.name ?? "", resetPrivilegesOf };
  const renames = renamesOf(expectation);
  return {
    there: { ...both, renames, ...rowDecisionsOf(expectation) },
    back: { ...both, renames: invertRenames(renames), ...rowDecisionsOf(expectation.back) },
  };
}

function judgeRefusal(
  { expectation: { refused } }: Scenario,
  result: ReturnType<typeof planBetweenCatalogs>,
): readonly string[] {
  if (result.status === "planned") return [`there is a plan, and it should be refused: ${refused}`];
  const reasons = result.refusals.map(({ what, name, side }) => `${what} ${name} (${side})`);
  const expected = refused !== undefined && reasons.some((reason) => reason.includes(refused));
  return expected ? [] : [`refused: ${reasons.join(", ")}`];
}

function differences(wanted: Sight, found: Sight): readonly string[] {
  const difference = diffSchemas(wanted.read.schema, found.read.schema);
  const ours = isSame(difference) ? [] : [`our reader sees ${JSON.stringify(difference)}`];
  if (wanted.observed === null || found.observed === null) return ours;
  return [...ours, ...observedDifference(wanted.observed, found.observed).map((line) => `an outsider sees ${line}`)];
}

/**
 * A scenario is of the change that its name begins with. Which rule renames something is not seen in a
 * difference, and an order is of several changes.
 */
function misnamed({ name }: Scenario, { difference }: Plan): readonly string[] {
  const change = name.slice(0, name.indexOf("--"));
  return /^(rename|order)-/.test(change) || namesIn(difference).has(change) ? [] : [`there is no ${change} in it`];
}

function leftToDo(from: IntrospectedSchema, to: IntrospectedSchema, options: PlanOptions): readonly string[] {
  // What was renamed has its new name.
  const result = planBetweenCatalogs(from, to, { ...options, renames: [] });
  return result.status === "refused" ? ["refused"] : result.plan.steps.map(({ sql }) => `still plans ${sql.text}`);
}

function mayChange({ expectation }: Scenario, { renames = [], ...decisions }: PlanOptions, { steps }: Plan) {
  const decided = [decisions.backfills, decisions.conversions, decisions.valueMaps].flatMap((map) => [
    ...(map?.keys() ?? []),
  ]);
  const named = decided.map((id) => id.slice(id.indexOf(":") + 1));
  return { renames, steps, allowed: [...expectation.rowsMayChange, ...named] };
}
