import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A keeper's claim to a directory: the highest number counts, while its socket answers. */
export interface Claim {
  readonly number: number;
  readonly socket: string;
}

/** A name for a socket that no keeper has used in this directory. */
export function newSocketName(): string {
  return `keeper-${randomBytes(6).toString("hex")}.sock`;
}

/** The claim that counts, undefined when the directory never had a keeper. */
export function readClaim(directory: string): Claim | undefined {
  const numbers = readNames(directory).flatMap((name) => {
    const match = /^keeper\.(\d+)\.json$/.exec(name);
    return match ? [Number(match[1])] : [];
  });
  if (numbers.length === 0) return undefined;
  const number = Math.max(...numbers);
  try {
    const { socket } = JSON.parse(readFileSync(join(directory, `keeper.${number}.json`), "utf8")) as { socket: string };
    return { number, socket };
  } catch (error) {
    // It was replaced by a higher one between the two readings.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return readClaim(directory);
    throw error;
  }
}

function readNames(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
