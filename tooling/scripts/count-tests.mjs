/**
 * @typedef {{ passed: number, failed: number, skipped: number }} TestCount
 *
 * @typedef {object} TestReport What vitest's JSON reporter writes, as far as it matters here.
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests skipped
 * @property {number} numTodoTests
 * @property {readonly { status: string, assertionResults: readonly unknown[] }[]} testResults one a file
 */

/**
 * How many tests ran, and how they ended. A file that failed before it had a test counts as one failed test, and so does
 * a run that failed without saying where, so that a failure is never reported as "0 failed".
 *
 * @param {TestReport | undefined} report absent when vitest died before it wrote one
 * @param {number} exitCode vitest's
 * @returns {TestCount}
 */
export const countTests = (report, exitCode) => {
  const brokenFiles = report?.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const failed = (report?.numFailedTests ?? 0) + (brokenFiles?.length ?? 0);
  return {
    passed: report?.numPassedTests ?? 0,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
};

/**
 * @param {TestCount} count
 * @returns {string} "12 passed, 0 failed", and ", 1 skipped" where some were
 */
export const describeCount = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
