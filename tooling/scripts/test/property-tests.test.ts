import { expect, test } from "vitest";
import { countVariables, nightlyCounts, propertyTestFiles } from "../property-tests.mjs";

test("a nightly run asks every property test for more, and for nothing that no test reads", () => {
  expect(countVariables().sort()).toEqual(Object.keys(nightlyCounts).sort());
});

test("the property tests are found", () => {
  expect(propertyTestFiles()).toContain("tooling/end-to-end/src/return.test.ts");
});
