import { spawn } from "node:child_process";
import { parse } from "node:path";
import type { ServerUser } from "./choose-server-user.ts";

export interface ProgramResult {
  readonly succeeded: boolean;
  /** What the program wrote, both streams. */
  readonly output: string;
}

/** Runs one of PostgreSQL's programs to its end, as the given user. Never throws: what went wrong is in the output. */
export function runProgram(
  command: string,
  args: readonly string[],
  user: ServerUser | undefined,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, args, {
      cwd: neutralFolder(),
      env: programEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
      });
    }
    child.on("error", (error) => resolve({ succeeded: false, output: error.message }));
    child.on("close", (code) => resolve({ succeeded: code === 0, output }));
  });
}

/** Another user may not enter the current folder, and PostgreSQL's programs want one that they can name. */
export function neutralFolder(): string {
  return parse(process.cwd()).root;
}

/** A caller's PGDATA, PGPORT or language must change nothing; English is what we look for in the output. */
export function programEnvironment(): Record<string, string> {
  const kept = ["PATH", "SystemRoot", "TEMP", "TMP", "USERPROFILE"];
  const environment: Record<string, string> = { LC_ALL: "C", TZ: "UTC" };
  for (const name of kept) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
