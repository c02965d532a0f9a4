import { readClaim } from "./claim.ts";
import { ask, connectToKeeper } from "./connect-to-keeper.ts";
import type { KeeperStatus } from "./keeper-answer.ts";
import { readMajor, serverDirectory } from "./server-directory.ts";

/** What can be said of a directory's server without touching it. */
export interface ServerStatus {
  readonly status: "stopped" | KeeperStatus["status"];
  /** The major of the data, undefined before the first start. */
  readonly major: number | undefined;
  /** Undefined while it does not run. */
  readonly port: number | undefined;
  /** How many processes use it. */
  readonly users: number;
  /** Whether it stays when nobody uses it. */
  readonly kept: boolean;
}

/** Says whether a directory's server runs, and for whom. Starts and changes nothing. Throws `not_a_data_directory`. */
export async function serverStatus(options: { readonly directory: string }): Promise<ServerStatus> {
  const directory = serverDirectory(options.directory);
  const major = readMajor(directory.data);
  const claim = readClaim(directory.path);
  const connection = claim && (await connectToKeeper(directory.path, claim));
  const answer = connection && (await ask(connection, { type: "status" }));
  connection?.destroy();
  if (answer === undefined || !("kept" in answer)) {
    return { status: "stopped", major, port: undefined, users: 0, kept: false };
  }
  return { status: answer.status, major, port: answer.server?.port, users: answer.users, kept: answer.kept };
}
