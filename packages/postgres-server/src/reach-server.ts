import type { Socket } from "node:net";
import type { Claim } from "./claim.ts";
import { readClaim } from "./claim.ts";
import { ask, connectToKeeper } from "./connect-to-keeper.ts";
import { explainFileError } from "./explain-file-error.ts";
import type { RunningServer } from "./keeper-answer.ts";
import { openKeeper } from "./open-keeper.ts";
import type { PrepareOptions } from "./prepare/prepare-server.ts";
import type { ServerDirectory } from "./server-directory.ts";

/** A running server, and the connection that says so to its keeper. */
export interface ReachedServer {
  readonly connection: Socket;
  readonly server: RunningServer;
}

/**
 * Joins the directory's server, or starts it. Every turn of the loop ends with an event: an answer, or the end of a
 * keeper, after which the next is looked for. Throws `ServerProblem`.
 */
export async function reachServer(
  directory: ServerDirectory,
  wish: "use" | "keep",
  options: PrepareOptions,
): Promise<ReachedServer> {
  try {
    return await joinOrOpen(directory, wish, options);
  } catch (error) {
    throw explainFileError(directory.path, error);
  }
}

async function joinOrOpen(
  directory: ServerDirectory,
  wish: "use" | "keep",
  options: PrepareOptions,
): Promise<ReachedServer> {
  for (;;) {
    const claim = readClaim(directory.path);
    const joined = await join(directory, claim, wish);
    if (joined) return joined;
    const leaveKeeper = await openKeeper(directory, claim?.number ?? 0, options);
    if (leaveKeeper === undefined) continue;
    try {
      const opened = await join(directory, readClaim(directory.path), wish);
      if (opened) return opened;
    } finally {
      leaveKeeper();
    }
  }
}

async function join(
  directory: ServerDirectory,
  claim: Claim | undefined,
  wish: "use" | "keep",
): Promise<ReachedServer | undefined> {
  const connection = claim && (await connectToKeeper(directory.path, claim));
  if (connection === undefined) return undefined;
  const answer = await ask(connection, { type: wish });
  if (answer?.status === "ready") return { connection, server: answer.server };
  connection.destroy();
  return undefined;
}
