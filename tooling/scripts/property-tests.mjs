import { execFileSync } from "node:child_process";
import { workspaceRoot } from "./workspace.mjs";

/** How much `npm run nightly` asks of the property tests, by the environment variables that they read. */
export const nightlyCounts = {
  BUILD_IT_PROPERTY_RUNS: "10000",
  BUILD_IT_MODEL_PAIRS_RUNS: "2000",
  BUILD_IT_COMPATIBILITY_RUNS: "500",
  BUILD_IT_COMPATIBILITY_ITERATIONS: "12",
  BUILD_IT_RETURN_RUNS: "300",
  BUILD_IT_RETURN_ITERATIONS: "8",
  BUILD_IT_TYPED_CODE_RUNS: "100",
  BUILD_IT_CROSSED_PAIRS_RUNS: "1000",
};

const readsCount = "process\\.env\\.BUILD_IT_[A-Z_]+_(RUNS|ITERATIONS)";

/** @param {readonly string[]} options @returns {string[]} the lines that git finds in the committed test files */
const grepTests = (options) =>
  execFileSync("git", ["grep", ...options, "-E", readsCount, "--", "*.test.ts"], {
    cwd: workspaceRoot,
    encoding: "utf8",
  })
    .trim()
    .split("\n");

/** The files of tests that read such a count, as paths from the root. */
export const propertyTestFiles = () => grepTests(["--files-with-matches"]);

/** The variables that tests read, each once. */
export const countVariables = () => [
  ...new Set(grepTests(["-h", "--only-matching"]).map((found) => found.replace("process.env.", ""))),
];
