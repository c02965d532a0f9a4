import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { promisify } from "node:util";
import type { TestMajor } from "@build-it/test-databases";
import { differingLines, observe } from "../pairs/observe.ts";
import type { ScenarioDatabase } from "./scenario-databases.ts";

/** Looks at a database with code that is not the engine's: lines that are the same for the same schema. */
export type OutsideObserver = (database: ScenarioDatabase) => Promise<readonly string[]>;

/** The observer for a major, or null where there is none for it here. */
export function outsideObserver(major: TestMajor): OutsideObserver | null {
  if (major === 18) return fingerprintObserver();
  return major < 17 ? dumpObserver(major) : null;
}

/** The observer that is kept outside of the repository, written for 18; null where it is not there. */
export function fingerprintObserver():
  | ((database: Pick<ScenarioDatabase, "client">) => Promise<readonly string[]>)
  | null {
  const file = `${process.env.BUILD_IT_SHARED ?? "../shared"}/oracle/fingerprint.sql`;
  if (!existsSync(file)) return null;
  const oracle = readFileSync(file, "utf8");
  return ({ client }) => observe(client, oracle);
}

/** A pg_dump reads servers of its own major version and of earlier ones. */
function dumpObserver(major: TestMajor): OutsideObserver | null {
  const command = [15, 16]
    .filter((version) => version >= major)
    .map((version) => `/usr/lib/postgresql/${version}/bin/pg_dump`)
    .find((file) => existsSync(file));
  if (command === undefined) return null;
  return async ({ url }) => {
    const { stdout } = await promisify(execFile)(command, ["-s", "-d", url], { maxBuffer: 100_000_000 });
    return normalizeDump(stdout);
  };
}

/** The objects of a dump, a line each, in no order: the key of \restrict is random, and columns are found by name. */
function normalizeDump(dump: string): readonly string[] {
  const entries = dump.split(/^--\n-- Name: /m).slice(1);
  return entries
    .map((entry) =>
      entry
        .replaceAll(/^\\(un)?restrict .*$/gm, "")
        .replaceAll(/^--.*$/gm, "")
        .replaceAll(/^(CREATE (?:UNLOGGED )?TABLE [^\n]* \(\n)([\s\S]*?)(\n\)[^\n]*;)/gm, sortColumns)
        .replace(/^[^;]*; Type: (?:DEFAULT )?ACL;[\s\S]*$/, sortLines)
        .replaceAll(/\s*\n\s*/g, " ")
        .trim(),
    )
    .sort();
}

/** Rights come in the order in which they were given. */
const sortLines = (lines: string): string => lines.split("\n").sort().join("\n");

const sortColumns = (_: string, start: string, columns: string, end: string): string =>
  start + columns.split(/,?\n/).sort().join("\n") + end;

/** How two observations differ; empty where they are the same. */
export const observedDifference = differingLines;
