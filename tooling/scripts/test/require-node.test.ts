import { expect, test } from "vitest";
import { isAtLeast } from "../require-node.mjs";

test.each([
  ["20.19.0", true],
  ["20.20.2", true],
  ["22.0.0", true],
  ["20.18.9", false],
  ["18.20.0", false],
])("Node.js %s is new enough: %s", (version, enough) => {
  expect(isAtLeast(version, "20.19")).toBe(enough);
});
