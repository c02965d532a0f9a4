import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

/**
 * The keeper's script. It lies beside this file, unless a bundler moved this file: then it is found through the
 * package's own door, and so are the server's programs.
 */
export function locateKeeper(): string {
  const beside = fileURLToPath(new URL("./keeper/keeper.js", import.meta.url));
  if (existsSync(beside)) return beside;
  return createRequire(import.meta.url).resolve("@build-it/postgres-server/keeper");
}
