import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { onTestFinished } from "vitest";
import { readClaim } from "../src/claim.ts";
import { connectToKeeper } from "../src/connect-to-keeper.ts";
import type { ServerAddress } from "../src/index.ts";
import { resetServer } from "../src/index.ts";

/** A folder for one test's server; server and folder are gone after the test. */
export function makeServerFolder(under = tmpdir()): string {
  const directory = mkdtempSync(join(under, "build-it-server-"));
  // mkdtemp closes the folder to everybody else, and root's server is somebody else.
  chmodSync(directory, 0o755);
  onTestFinished(async () => {
    await resetServer({ directory });
    rmSync(directory, { recursive: true, force: true });
  });
  return directory;
}

/** Resolves when the folder's keeper has ended, by itself or not; at once when there is none. */
export async function keeperEnded(directory: string): Promise<void> {
  const claim = readClaim(directory);
  const connection = claim && (await connectToKeeper(directory, claim));
  if (connection) await new Promise((resolve) => connection.resume().once("close", resolve));
}

export function keeperPid(directory: string): number {
  const { number = 0 } = readClaim(directory) ?? {};
  return JSON.parse(readFileSync(join(directory, `keeper.${number}.json`), "utf8")).pid;
}

export function postgresPid(directory: string): number {
  return Number.parseInt(readFileSync(join(directory, "data", "postmaster.pid"), "utf8"), 10);
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch {
    return false;
  }
}

/** A process that has ended, but whom its parent has not asked about; in a container often nobody does. */
function isZombie(pid: number): boolean {
  if (process.platform !== "linux") return false;
  return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
}

/** Runs one query in the database `postgres` and gives the rows. */
export async function query(server: Pick<ServerAddress, "urlOf">, text: string): Promise<unknown[]> {
  const client = new Client({ connectionString: server.urlOf("postgres") });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
