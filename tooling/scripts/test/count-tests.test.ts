import { expect, test } from "vitest";
import { countTests, describeCount } from "../count-tests.mjs";

const report = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const brokenFile = { status: "failed", assertionResults: [] };
const failedFile = { status: "failed", assertionResults: [{}] };

test.each([
  ["all passed", report, 0, "3 passed, 0 failed"],
  ["a test failed", { ...report, numFailedTests: 1, testResults: [failedFile] }, 1, "3 passed, 1 failed"],
  ["a file could not be loaded", { ...report, testResults: [brokenFile] }, 1, "3 passed, 1 failed"],
  ["an error outside of any test", report, 1, "3 passed, 1 failed"],
  ["vitest died without a report", undefined, 139, "0 passed, 1 failed"],
  ["skipped and planned tests", { ...report, numPendingTests: 1, numTodoTests: 1 }, 0, "3 passed, 0 failed, 2 skipped"],
])("counts tests when %s", (_case, vitestReport, exitCode, line) => {
  expect(describeCount(countTests(vitestReport, exitCode))).toBe(line);
});
