/**
 * `npm start`: installs what is missing, builds the `build-it` command, and runs BUILD IT for the sample application on
 * the embedded PostgreSQL. Arguments are passed on: `npm start -- --json`. Ends with the exit code of what failed, or 0.
 */
import { prepareWorkspace } from "./prepare-workspace.mjs";
import { runCommand } from "./run-command.mjs";

const start = async () => {
  const { exitCode, binFolders } = await prepareWorkspace();
  if (exitCode !== 0) return exitCode;

  const build = ["run", "build", "--filter=@build-it/cli", "--output-logs=errors-only", "--ui=stream"];
  const built = await runCommand("turbo", build, { binFolders });
  if (built !== 0) return built;

  const ran = await runCommand("node", ["apps/cli/bin/build-it.js", "run", ...process.argv.slice(2)], { binFolders });
  // On the error stream, as talk is: the output may be JSON. By npm, which is certainly there, while pnpm may not be.
  if (ran === 0) console.error("\nServe the application:  npm run preview");
  return ran;
};

process.exitCode = await start();
