import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { scriptUnreadable, sourceWithoutSql } from "../diagnostics.ts";
import { HaltError } from "../run/halt-error.ts";

/** An SQL file, with its name as a person would type it. */
export interface ScriptFile {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/** The SQL file at `path`, or those of a folder and its folders, in the order of their names. Throws `HaltError`. */
export function readScriptFiles(path: string, cwd: string): readonly ScriptFile[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.sql$/i.test(name))
        .sort()
        .map((name) => join(path, name))
    : [path];
  if (files.length === 0) throw new HaltError("invalid_model", sourceWithoutSql(path));
  return files.map((file) => readScriptFile(file, cwd));
}

/** Reads one file. Throws `HaltError` when it cannot be read or is no text. */
export function readScriptFile(path: string, cwd: string): ScriptFile {
  const name = relative(cwd, path).startsWith("..") ? path : relative(cwd, path);
  try {
    return { name, path, text: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    throw new HaltError("invalid_model", scriptUnreadable(name, error));
  }
}
