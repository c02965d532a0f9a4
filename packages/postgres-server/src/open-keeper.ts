import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { newSocketName } from "./claim.ts";
import type { KeeperAnswer, StartOrder } from "./keeper-answer.ts";
import { locateKeeper } from "./locate-keeper.ts";
import { diskFull, keeperFailed, libraryMissing, portConflict, runningElsewhere, startFailed } from "./messages.ts";
import type { PreparedServer, PrepareOptions } from "./prepare/prepare-server.ts";
import { prepareServer } from "./prepare/prepare-server.ts";
import type { ServerDirectory } from "./server-directory.ts";
import { makeFolder } from "./server-directory.ts";
import type { ServerProblem } from "./server-problem.ts";

const PORT_ATTEMPTS = 5;

/** The opener's end of a keeper. */
interface OpenedKeeper {
  order(order: StartOrder): void;
  /** The keeper's next answer, undefined when it has ended. */
  hear(): Promise<KeeperAnswer | undefined>;
  /** Lets go of the keeper, which from then on lives as long as it has users. */
  leave(): void;
}

/**
 * Opens a keeper and has it start the server, then gives back how to let go of it: do so once connected as a user.
 * Gives undefined when another process was faster, whose keeper then is the one to connect to. Throws `ServerProblem`.
 */
export async function openKeeper(
  directory: ServerDirectory,
  previousClaim: number,
  options: PrepareOptions,
): Promise<(() => void) | undefined> {
  makeFolder(directory.path);
  const keeper = spawnKeeper(directory, previousClaim);
  try {
    const claim = await keeper.hear();
    if (claim?.status !== "claimed") return undefined;
    await startServer(keeper, directory, await prepareServer(directory, options));
    return keeper.leave;
  } catch (error) {
    keeper.leave();
    throw error;
  }
}

async function startServer(keeper: OpenedKeeper, directory: ServerDirectory, first: PreparedServer): Promise<void> {
  let server = first;
  for (let attempt = 1; ; attempt += 1) {
    keeper.order(server.order);
    const answer = await keeper.hear();
    if (answer?.status === "ready") return;
    const output = answer?.status === "failed" ? answer.output : "The keeper ended.";
    const portTaken = output.includes("Address already in use") || output.includes("could not bind");
    if (!portTaken || server.settings.portChosenBy === "user" || attempt === PORT_ATTEMPTS) {
      throw explainFailedStart(directory, server, output);
    }
    server = await server.choosePortAgain();
  }
}

/** PostgreSQL says why it does not start only in words, which `lc_messages=C` keeps in English. */
function explainFailedStart(directory: ServerDirectory, server: PreparedServer, output: string): ServerProblem {
  if (output.includes("No space left on device")) return diskFull(directory.path, output);
  if (output.includes("error while loading shared libraries")) return libraryMissing(output);
  if (output.includes("could not bind")) return portConflict(server.settings.port, output);
  if (output.includes("postmaster.pid") && output.includes("already exists"))
    return runningElsewhere(directory.data, output);
  return startFailed(directory.log, output);
}

function spawnKeeper(directory: ServerDirectory, previousClaim: number): OpenedKeeper {
  const child = spawn(process.execPath, [locateKeeper(), directory.path, newSocketName(), String(previousClaim)], {
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true,
    // The caller's own flags, such as a debugger's port, are not for the keeper.
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  let complaint = "";
  child.stderr.on("data", (chunk) => {
    complaint += chunk;
  });
  child.stdin.on("error", () => {});
  const answers: KeeperAnswer[] = [];
  let exitCode: number | null | undefined;
  let wake = () => {};
  const lines = createInterface({ input: child.stdout });
  lines.on("error", () => {});
  lines.on("line", (line) => {
    answers.push(JSON.parse(line) as KeeperAnswer);
    wake();
  });
  child.on("error", (error) => {
    complaint += error.message;
  });
  child.on("close", (code) => {
    exitCode = code;
    wake();
  });
  return {
    order: (order) => void child.stdin.write(`${JSON.stringify(order)}\n`),
    async hear() {
      if (answers.length === 0 && exitCode === undefined) await new Promise<void>((resolve) => (wake = resolve));
      const answer = answers.shift();
      if (answer === undefined && exitCode !== 0)
        throw complaint.includes("ENOSPC") ? diskFull(directory.path, complaint) : keeperFailed(complaint);
      return answer;
    },
    leave() {
      child.stdin.end();
      child.stdout.destroy();
      child.stderr.destroy();
      child.unref();
    },
  };
}
