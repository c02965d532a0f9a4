// @ts-check
import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";

const CLAIM = /^keeper\.(\d+)\.json$/;

/**
 * Claims the current directory for the keeper that already listens on `socket`. Of all keepers that try, one gets it.
 *
 * A claim is a numbered file that names a socket; the highest number counts, and it counts as long as its socket
 * answers. The kernel closes the socket of a keeper that was killed, so a claim can be stale but never wrong. A claim is
 * replaced by linking the next number, which only one can do, and the highest is never deleted, so no number is given
 * out twice.
 *
 * @param {string} socket name of the socket, in the current directory
 * @param {number} previous the highest claim known to be dead, 0 for none
 * @returns {boolean} whether the claim is ours
 */
export function claimDirectory(socket, previous) {
  const number = previous + 1;
  const draft = `${socket}.claim`;
  writeFileSync(draft, JSON.stringify({ pid: process.pid, socket }));
  try {
    linkSync(draft, `keeper.${number}.json`);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const numbers = claimNumbers();
  if (numbers.some((other) => other > number)) {
    rmSync(`keeper.${number}.json`, { force: true });
    return false;
  }
  for (const other of numbers) if (other < number) removeClaim(other);
  return true;
}

/** @returns {number[]} */
function claimNumbers() {
  return readdirSync(".").flatMap((name) => {
    const match = CLAIM.exec(name);
    return match ? [Number(match[1])] : [];
  });
}

/** @param {number} number */
function removeClaim(number) {
  const file = `keeper.${number}.json`;
  try {
    const { socket } = JSON.parse(readFileSync(file, "utf8"));
    if (process.platform !== "win32") rmSync(socket, { force: true });
  } catch {
    // Unreadable: another keeper is removing it too.
  }
  rmSync(file, { force: true });
}
