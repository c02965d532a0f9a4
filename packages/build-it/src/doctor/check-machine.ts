import { execFile } from "node:child_process";
import { statfs } from "node:fs/promises";
import { promisify } from "node:util";
import type { HealthCheck } from "./health-check.ts";
import * as messages from "./messages.ts";

const run = promisify(execFile);
const oldestNode = [20, 19] as const;

/** What an empty embedded server, its shadow databases and a build need, with room to work. */
const wantedBytes = 500 * 1024 * 1024;

/** Checks the machine: Node, pnpm, and the room on the disk that holds `folder`. */
export const checkMachine = async (folder: string): Promise<readonly HealthCheck[]> => [
  checkNode(process.versions.node),
  await checkPnpm(),
  await checkDisk(folder),
];

function checkNode(version: string): HealthCheck {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const old = major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1]);
  return old ? messages.nodeTooOld(version, oldestNode.join(".")) : messages.nodeGood(version);
}

async function checkPnpm(): Promise<HealthCheck> {
  try {
    const { stdout } = await run("pnpm", ["--version"], { shell: process.platform === "win32" });
    return messages.pnpmGood(stdout.trim());
  } catch {
    return messages.pnpmMissing();
  }
}

async function checkDisk(folder: string): Promise<HealthCheck> {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const megabytes = Math.floor(free / 1024 / 1024);
  return free < wantedBytes ? messages.diskFilling(megabytes) : messages.diskGood(megabytes);
}
