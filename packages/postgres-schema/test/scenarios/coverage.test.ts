import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { changeTable } from "../../src/3-plan/change-table.ts";
import { changeNames } from "./change-name.ts";

const scenarios = readdirSync(fileURLToPath(new URL("../../scenarios", import.meta.url)));

/** What cannot differ between two objects of one identity. */
const unchangeable = new Set(["change-operator-family-definition"]);

test("every rule of the change table has a scenario", () => {
  const described = new Set(scenarios.map((name) => name.slice(0, name.indexOf("--"))));
  const rules = Object.entries(changeTable).flatMap(([kind, { attributes }]) =>
    changeNames(
      kind,
      Object.entries(attributes).flatMap(([attribute, rule]) => (rule === "ignore" ? [] : [attribute])),
    ),
  );
  expect(rules.filter((rule) => !described.has(rule) && !unchangeable.has(rule))).toEqual([]);
});
