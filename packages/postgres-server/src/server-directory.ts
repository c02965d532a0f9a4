import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { explainFileError } from "./explain-file-error.ts";
import { notADataDirectory } from "./messages.ts";

/** The files of one server. `data` may be a link: root's server cannot always live inside the project. */
export interface ServerDirectory {
  readonly path: string;
  readonly data: string;
  readonly log: string;
}

/** What must be remembered between starts. It lies inside the data directory, so neither exists without the other. */
export interface ServerSettings {
  readonly port: number;
  readonly portChosenBy: "build-it" | "user";
  readonly password: string;
}

export function serverDirectory(directory: string): ServerDirectory {
  const path = resolve(directory);
  return { path, data: join(path, "data"), log: join(path, "postgres.log") };
}

/**
 * Makes a folder and those above it. What root makes inside somebody's project is given to the project's owner, who is
 * then also the one that the server runs as.
 */
export function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const above = dirname(path);
  makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process made it meanwhile.
    if (existsSync(path)) return;
    throw error;
  }
  const { uid, gid } = statSync(above);
  if (process.getuid?.() === 0 && uid !== 0) chownSync(path, uid, gid);
}

/** The major version of the data, undefined when there is none. Throws `not_a_data_directory`. */
export function readMajor(data: string): number | undefined {
  if (!existsSync(data)) return undefined;
  try {
    return Number.parseInt(readFileSync(join(data, "PG_VERSION"), "utf8"), 10);
  } catch (error) {
    throw isMissing(error) ? notADataDirectory(data) : explainFileError(data, error);
  }
}

/** Throws `not_a_data_directory` or `not_owner`. */
export function readSettings(data: string): ServerSettings {
  try {
    return JSON.parse(readFileSync(join(data, "build_it.json"), "utf8")) as ServerSettings;
  } catch (error) {
    throw isMissing(error) ? notADataDirectory(data) : explainFileError(data, error);
  }
}

/** Replaces the settings in one step, readable only to the data's owner: they hold the password. */
export function writeSettings(data: string, settings: ServerSettings): void {
  const file = join(realpathSync(data), "build_it.json");
  const { uid, gid } = statSync(data);
  writeFileSync(`${file}.next`, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  if (process.getuid?.() === 0) chownSync(`${file}.next`, uid, gid);
  renameSync(`${file}.next`, file);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
