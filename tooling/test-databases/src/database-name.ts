import { randomBytes } from "node:crypto";

/** A database name that no other test has, and that tells whose it is. */
export function newDatabaseName(): string {
  return `test_${process.pid}_${randomBytes(6).toString("hex")}`;
}

/** Whether a database belongs to a test process that has ended. */
export function isLeftover(name: string): boolean {
  const pid = /^test_(\d+)_[0-9a-f]{12}$/.exec(name)?.[1];
  return pid !== undefined && !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
