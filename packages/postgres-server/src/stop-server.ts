import { readClaim } from "./claim.ts";
import { ask, connectToKeeper } from "./connect-to-keeper.ts";
import { serverDirectory } from "./server-directory.ts";

/** How `stopServer` left the server. */
export type StopResult =
  | { readonly status: "stopped" }
  | { readonly status: "not_running" }
  /** It stays for them, and stops when the last leaves. */
  | { readonly status: "in_use"; readonly users: number };

/**
 * Takes back `startServer`: the server stops now, or, while processes use it, when the last of them leaves. With `force`
 * it stops under them. When the answer is "stopped", it has stopped.
 */
export async function stopServer(options: {
  readonly directory: string;
  readonly force?: boolean;
}): Promise<StopResult> {
  const { path } = serverDirectory(options.directory);
  const claim = readClaim(path);
  const connection = claim && (await connectToKeeper(path, claim));
  if (connection === undefined) return { status: "not_running" };
  const answer = await ask(connection, { type: "stop", force: options.force ?? false });
  connection.destroy();
  return answer?.status === "in_use" ? { status: "in_use", users: answer.users } : { status: "stopped" };
}
