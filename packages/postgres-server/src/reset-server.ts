import { existsSync, lstatSync, realpathSync, rmSync } from "node:fs";
import { serverDirectory } from "./server-directory.ts";
import { stopServer } from "./stop-server.ts";

/**
 * Stops the directory's server, under its users if need be, and deletes all its databases. The next start makes new,
 * empty data, of any major. The only thing here that deletes data.
 */
export async function resetServer(options: { readonly directory: string }): Promise<void> {
  const { data } = serverDirectory(options.directory);
  await stopServer({ ...options, force: true });
  const linked = existsSync(data) && lstatSync(data).isSymbolicLink();
  if (linked) rmSync(realpathSync(data), { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
}
