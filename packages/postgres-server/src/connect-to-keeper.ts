import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import type { Socket } from "node:net";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Claim } from "./claim.ts";
import type { KeeperAnswer, UserMessage } from "./keeper-answer.ts";

// The kernel takes socket paths of at most 104 bytes on macOS and 108 on Linux.
const LONGEST_SOCKET_PATH = 100;

/** Connects to the keeper that made a claim; undefined when it is gone. */
export async function connectToKeeper(directory: string, claim: Claim): Promise<Socket | undefined> {
  if (process.platform === "win32") return openSocket(`\\\\.\\pipe\\${claim.socket}`);
  const path = join(directory, claim.socket);
  if (Buffer.byteLength(path) <= LONGEST_SOCKET_PATH) return openSocket(path);
  const folder = mkdtempSync(join(tmpdir(), "build-it-"));
  try {
    symlinkSync(directory, join(folder, "d"));
    return await openSocket(join(folder, "d", claim.socket));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Says one thing to the keeper and gives its answer; undefined when the keeper ends the connection instead. */
export function ask(connection: Socket, message: UserMessage): Promise<KeeperAnswer | undefined> {
  return new Promise((resolve) => {
    const lines = createInterface({ input: connection });
    // A keeper that is killed resets the connection, which then closes.
    lines.on("error", () => {});
    lines.once("line", (line) => resolve(JSON.parse(line) as KeeperAnswer));
    connection.once("close", () => resolve(undefined));
    connection.write(`${JSON.stringify(message)}\n`);
  });
}

function openSocket(path: string): Promise<Socket | undefined> {
  return new Promise((resolve, reject) => {
    const connection = connect(path);
    connection.once("connect", () => {
      connection.on("error", () => {});
      resolve(connection);
    });
    connection.once("error", (error: NodeJS.ErrnoException) => {
      const gone = error.code === "ECONNREFUSED" || error.code === "ENOENT" || error.code === "ECONNRESET";
      if (gone) resolve(undefined);
      else reject(error);
    });
  });
}
