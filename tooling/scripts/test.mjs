/**
 * `npm test`: installs what is missing, then runs every check and every test, and ends with a line that says how many
 * passed and how many failed. Each check counts as one test. Arguments go to vitest: `npm test -- packages/busm`.
 */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { countTests, describeCount } from "./count-tests.mjs";
import { prepareWorkspace } from "./prepare-workspace.mjs";
import { runCommand } from "./run-command.mjs";
import { workspaceRoot } from "./workspace.mjs";

const reportFile = join(workspaceRoot, ".build-it", "test-report.json");

/** What is built is what others use, so it is built before it is tested. The application is built by tests of its own. */
const packagesToBuild = ["--filter=./packages/*", "--filter=./apps/*", "--filter=!@build-it/crm"];

/** @type {readonly { title: string, command: string, args: readonly string[] }[]} */
const checks = [
  { title: "Format and lint", command: "biome", args: ["check", "."] },
  { title: "Types", command: "tsc", args: ["--noEmit", "-p", "tsconfig.json"] },
  {
    title: "Build",
    command: "turbo",
    args: ["run", "build", ...packagesToBuild, "--output-logs=errors-only", "--ui=stream"],
  },
];

/** @param {readonly string[]} binFolders */
const runTests = async (binFolders) => {
  rmSync(reportFile, { force: true });
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  const exitCode = await runCommand("vitest", [...args, ...process.argv.slice(2)], { binFolders });
  const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, "utf8")) : undefined;
  return countTests(report, exitCode);
};

const test = async () => {
  const { exitCode, binFolders } = await prepareWorkspace();
  if (exitCode !== 0) return { passed: 0, failed: 1, skipped: 0 };

  // All of them run, also after a failure, so that one run shows all there is to mend.
  const failedChecks = [];
  for (const { title, command, args } of checks) {
    console.log(`\n${title}`);
    if ((await runCommand(command, args, { binFolders })) !== 0) failedChecks.push(title);
  }
  console.log("\nTests");
  const count = await runTests(binFolders);
  for (const title of failedChecks) console.log(`Failed: ${title}`);
  return {
    ...count,
    passed: count.passed + checks.length - failedChecks.length,
    failed: count.failed + failedChecks.length,
  };
};

const count = await test();
console.log(`\n${describeCount(count)}`);
process.exitCode = count.failed === 0 ? 0 : 1;
