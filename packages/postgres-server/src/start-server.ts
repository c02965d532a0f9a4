import { reachServer } from "./reach-server.ts";
import type { ServerAddress } from "./server-address.ts";
import { addressOf } from "./server-address.ts";
import { serverDirectory } from "./server-directory.ts";
import type { ServerOptions } from "./use-server.ts";
import { prepareOptions } from "./use-server.ts";

/**
 * Has the directory's server run, and stay after this process, until `stopServer`. One that runs already is told to
 * stay. Throws `ServerProblem`.
 */
export async function startServer(options: ServerOptions): Promise<ServerAddress> {
  const directory = serverDirectory(options.directory);
  const { connection, server } = await reachServer(directory, "keep", prepareOptions(options));
  connection.destroy();
  return addressOf(directory, server, options);
}
