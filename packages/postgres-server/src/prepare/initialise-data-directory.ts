import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { diskFull, initialiseFailed, libraryMissing } from "../messages.ts";
import type { ServerSettings } from "../server-directory.ts";
import { writeSettings } from "../server-directory.ts";
import type { ServerUser } from "./choose-server-user.ts";
import type { Binaries } from "./find-binaries.ts";
import { runProgram } from "./run-program.ts";

const PARTIAL = ".partial-";

/**
 * Initialises a data directory at `data`, with its settings in it. It is made aside and renamed, so whatever happens,
 * `data` is complete or absent; what a killed attempt left aside is removed.
 * Throws `disk_full`, `library_link_missing` or `initialise_failed`.
 */
export async function initialiseDataDirectory(
  data: string,
  options: {
    readonly binaries: Binaries;
    readonly major: number;
    readonly user: ServerUser | undefined;
    readonly settings: ServerSettings;
    readonly durable: boolean;
  },
): Promise<void> {
  removePartial(data);
  const partial = `${data}${PARTIAL}${randomBytes(4).toString("hex")}`;
  const passwordFile = `${partial}.password`;
  try {
    mkdirSync(partial, { mode: 0o700 });
    writeFileSync(passwordFile, `${options.settings.password}\n`, { mode: 0o600 });
    if (options.user) {
      for (const path of [partial, passwordFile]) chownSync(path, options.user.uid, options.user.gid);
    }
    await runInitdb(partial, passwordFile, options);
    writeSettings(partial, options.settings);
    renameSync(partial, data);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(partial, { recursive: true, force: true });
  }
}

async function runInitdb(
  partial: string,
  passwordFile: string,
  options: Parameters<typeof initialiseDataDirectory>[1],
): Promise<void> {
  const { succeeded, output } = await runProgram(
    options.binaries.initdb,
    [
      `--pgdata=${partial}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      // The built-in provider sorts and folds Unicode the same way on every system; it came with PostgreSQL 17.
      ...(options.major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : []),
      "--no-instructions",
      ...(options.durable ? [] : ["--no-sync"]),
    ],
    options.user,
  );
  if (succeeded) return;
  if (output.includes("No space left on device")) throw diskFull(dirname(partial), output);
  if (output.includes("error while loading shared libraries")) throw libraryMissing(output);
  throw initialiseFailed(output);
}

function removePartial(data: string): void {
  const folder = dirname(data);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (name.startsWith(`${basename(data)}${PARTIAL}`)) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
