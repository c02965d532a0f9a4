/**
 * `npm run nightly`: the property tests with many more random cases than `npm test` tries, which takes hours, and others
 * each time. A count or a seed that is set in the environment stays as it is. Arguments go to vitest: `npm run nightly -- tooling/end-to-end/src/return`.
 */
import { prepareWorkspace } from "./prepare-workspace.mjs";
import { nightlyCounts, propertyTestFiles } from "./property-tests.mjs";
import { runCommand } from "./run-command.mjs";

const nightly = async () => {
  const { exitCode, binFolders } = await prepareWorkspace();
  if (exitCode !== 0) return exitCode;

  Object.assign(process.env, {
    BUILD_IT_PROPERTY_SEED: String(Date.now() % 2 ** 31),
    ...nightlyCounts,
    ...process.env,
  });
  const asked = process.argv.slice(2);
  return runCommand("vitest", ["run", ...(asked.length === 0 ? propertyTestFiles() : asked)], { binFolders });
};

process.exitCode = await nightly();
