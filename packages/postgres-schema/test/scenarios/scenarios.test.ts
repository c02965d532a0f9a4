import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { availableMajors, type TestMajor } from "@build-it/test-databases";
import { afterAll, describe, expect, test } from "vitest";
import { describePlan } from "./describe-plan.ts";
import { outsideObserver } from "./outside-observer.ts";
import { type Proof, proveScenario } from "./prove-scenario.ts";
import { readScenarios, type Scenario } from "./scenario.ts";
import { scenarioDatabases } from "./scenario-databases.ts";

const scenarios = readScenarios(fileURLToPath(new URL("../../scenarios", import.meta.url)));

describe.each(availableMajors())("on PostgreSQL %i", (major) => {
  const databases = scenarioDatabases(major, 2);
  const observer = outsideObserver(major);
  const here = scenarios.filter(({ expectation }) => expectation.majors.includes(major));
  afterAll(async () => {
    if (observer === null) console.log(`no outsider looked at ${here.length} scenarios on PostgreSQL ${major}`);
    await databases.drop();
  });

  test.concurrent.for(here.map((scenario) => ({ name: scenario.name, scenario })))(
    "$name",
    async ({ scenario }, { expect }) => {
      const { plans, findings } = await databases.use((free) => proveScenario(scenario, free, { major, observer }));
      expect(findings).toEqual([]);
      if (plans !== null && major === goldenMajor(scenario))
        await expect(describePlans(plans)).toMatchFileSnapshot(join(scenario.folder, "plan.sql"));
    },
  );
});

test("scenarios are read", () => {
  expect(scenarios.length).toBeGreaterThan(0);
});

/** Plans may differ from one major to another; the golden ones are those of hosted Supabase's. */
const goldenMajor = ({ expectation: { majors } }: Scenario): TestMajor =>
  majors.includes(17) ? 17 : (majors[0] ?? 17);

const describePlans = ({ there, back }: NonNullable<Proof["plans"]>): string =>
  `${describePlan("before to after", there)}\n${describePlan("after to before", back)}`;
