import { existsSync, readFileSync, writeFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgePair, major, type Verdict } from "./judge-pair.ts";
import { type Crossing, crossPairs, type Pair, readPairs } from "./pair.ts";
import { pairDatabases } from "./pair-databases.ts";

// Pairs and the observer are kept outside of the repository; without them this test is skipped.
const folder = process.env.BUILD_IT_SHARED ?? "../shared";
// All of them take minutes, so they run when they are asked for: BUILD_IT_PAIRS=. npx vitest run packages/postgres-schema/test/pairs
/** A pattern for the names of the pairs to run. */
const only = process.env.BUILD_IT_PAIRS;
/** Where to write every verdict with its details. */
const report = process.env.BUILD_IT_PAIRS_REPORT;
/** Set to accept the verdicts of this run as those to expect from now on. */
const accept = process.env.BUILD_IT_PAIRS_ACCEPT !== undefined;

/** How many pairs to make of what two of them hold. */
const crossings = Number(process.env.BUILD_IT_CROSSED_PAIRS_RUNS ?? 0);

const expectedFile = new URL("expected.json", import.meta.url);

describe.skipIf(only === undefined || !existsSync(`${folder}/pairs`))("pairs of schemas from other tools", () => {
  test("come out as they did before, or better", { timeout: 1_800_000 }, async () => {
    const oracle = readFileSync(`${folder}/oracle/fingerprint.sql`, "utf8");
    const pairs = readPairs(`${folder}/pairs`).filter(({ name }) => only === undefined || new RegExp(only).test(name));
    const verdicts = await judgeAll(pairs, oracle);
    console.log(scoreTable(verdicts));
    if (report !== undefined) writeFileSync(report, verdicts.map(describeVerdict).join("\n"));
    if (accept) writeFileSync(expectedFile, `${JSON.stringify(notRight(verdicts), null, 2)}\n`);
    const expected = JSON.parse(readFileSync(expectedFile, "utf8")) as Readonly<Record<string, string>>;
    const worse = Object.entries(notRight(verdicts)).filter(([name, status]) => expected[name] !== status);
    expect(Object.fromEntries(worse)).toEqual({});
  });
});

describe.skipIf(crossings === 0 || !existsSync(`${folder}/pairs`))("schemas of two pairs", () => {
  test("are led to each other, or refused with the reason", { timeout: 60_000 + crossings * 5_000 }, async () => {
    const oracle = readFileSync(`${folder}/oracle/fingerprint.sql`, "utf8");
    const pairs = readPairs(`${folder}/pairs`);
    const sampled = fc.sample(arbitraryCrossing, crossings).map((crossing) => crossPairs(pairs, crossing));
    const verdicts = await judgeAll(sampled, oracle);
    console.log(scoreTable(verdicts));
    expect(verdicts.filter(({ status }) => status === "wrong" || status === "failed").map(describeVerdict)).toEqual([]);
  });
});

const arbitraryCrossing: fc.Arbitrary<Crossing> = fc.record({
  one: fc.nat(),
  other: fc.nat(),
  fromNew: fc.boolean(),
  toNew: fc.boolean(),
});

/** Two at a time: the server is mostly waiting for one of them. */
async function judgeAll(pairs: readonly Pair[], oracle: string): Promise<readonly Verdict[]> {
  const waiting = [...pairs];
  const pool = pairDatabases(major, oracle);
  const verdicts: Verdict[] = [];
  const work = async (): Promise<void> => {
    for (let pair = waiting.shift(); pair !== undefined; pair = waiting.shift())
      verdicts.push(await judgePair(pair, oracle, pool));
  };
  await Promise.all([work(), work()]);
  await pool.drop();
  return verdicts.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const notRight = (verdicts: readonly Verdict[]): Readonly<Record<string, string>> =>
  Object.fromEntries(verdicts.flatMap(({ name, status }) => (status === "right" ? [] : [[name, status]])));

const statuses = ["right", "refused", "wrong", "failed"] as const;

function scoreTable(verdicts: readonly Verdict[]): string {
  const line = (name: string, of: readonly Verdict[]): string =>
    [
      name.padEnd(14),
      ...statuses.map((status) => String(of.filter((it) => it.status === status).length).padStart(8)),
    ].join("");
  const suites = [...new Set(verdicts.map(({ suite }) => suite))];
  return [
    ["suite".padEnd(14), ...statuses.map((status) => status.padStart(8))].join(""),
    ...suites.map((suite) =>
      line(
        suite,
        verdicts.filter((it) => it.suite === suite),
      ),
    ),
    line("all", verdicts),
  ].join("\n");
}

const describeVerdict = ({ name, status, stage, details }: Verdict): string =>
  [`${status} ${name} ${stage}`, ...details.map((detail) => `    ${detail}`)].join("\n");
