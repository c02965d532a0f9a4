import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ServerUser } from "./choose-server-user.ts";
import type { Binaries } from "./find-binaries.ts";
import { runProgram } from "./run-program.ts";

// Larger than any system's process ids, so surely nobody's.
const NOBODYS_PID = "2147483646";

/**
 * Makes the data startable after a crash. Called by the one keeper of the directory, so a server that still runs on it
 * has lost its own: it is stopped. A pid that now belongs to another program is struck out of `postmaster.pid`; the rest of
 * that file stays, because PostgreSQL uses it to see whether old server processes still hold the shared memory.
 */
export async function recoverDataDirectory(
  data: string,
  binaries: Binaries,
  user: ServerUser | undefined,
): Promise<void> {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return;
  const [first = "", ...rest] = readFileSync(file, "utf8").split("\n");
  const pid = Number.parseInt(first, 10);
  if (!isAlive(pid)) return;
  if (servesData(pid, data)) {
    await runProgram(binaries.pg_ctl, ["stop", `--pgdata=${data}`, "--mode=fast", "--wait", "--timeout=60"], user);
  } else {
    writeFileSync(file, [NOBODYS_PID, ...rest].join("\n"));
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Whether this process is a PostgreSQL server on this data, by its command line. */
function servesData(pid: number, data: string): boolean {
  // PostgreSQL on Windows decides by itself; there is no command line to read.
  if (process.platform === "win32") return true;
  return commandLine(pid).includes(data);
}

function commandLine(pid: number): string {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    // It has ended meanwhile.
    return "";
  }
}
