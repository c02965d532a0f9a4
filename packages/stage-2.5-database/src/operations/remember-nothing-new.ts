import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Configuration } from "@build-it/artifacts";
import { Diagnostic } from "@build-it/stage-contract";
import { z } from "zod";
import type { DatabaseFiles } from "../3-write/read-database-files.ts";
import type { DatabaseProject } from "../project.ts";

/** That a configuration asked for nothing new on top of an iteration, and what was said of the model then. */
const NothingNew = z.object({ key: z.string(), diagnostics: z.array(Diagnostic) });

/**
 * Designing is a pure function of the configuration, the last iteration and this code, so what it once found needs not be
 * found again. The bundle's address bears a hash of the code.
 */
export const keyOf = (configuration: Configuration, { iterations }: DatabaseFiles): string =>
  createHash("sha256")
    .update(JSON.stringify([import.meta.url, iterations.at(-1)?.record.hash ?? null, configuration]))
    .digest("hex");

const fileIn = ({ workFolder }: DatabaseProject): string => join(workFolder, "cache", "nothing-new.json");

/** The diagnostics of the earlier finding, where this is the same question; else undefined. */
export async function recallNothingNew(
  project: DatabaseProject,
  key: string,
): Promise<readonly Diagnostic[] | undefined> {
  const text = await readFile(fileIn(project), "utf8").catch(() => "null");
  const remembered = NothingNew.safeParse(parseJson(text));
  return remembered.success && remembered.data.key === key ? remembered.data.diagnostics : undefined;
}

/** Keeps the finding for the next run. */
export async function rememberNothingNew(
  project: DatabaseProject,
  key: string,
  diagnostics: readonly Diagnostic[],
): Promise<void> {
  const file = fileIn(project);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify({ key, diagnostics }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
