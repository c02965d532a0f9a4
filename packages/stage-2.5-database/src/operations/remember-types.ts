import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { checksumOf, checksumOfBytes } from "../3-write/checksum.ts";
import type { DatabaseFiles } from "../3-write/read-database-files.ts";
import type { TypeFile } from "../7-types/print-types.ts";
import type { DatabaseProject } from "../project.ts";

/** The checksums of the type files of an iteration, by path. */
const KnownTypes = z.object({ key: z.string(), checksums: z.record(z.string(), z.string()) });

/** Types are a pure function of the last iteration and this code. The bundle's address bears a hash of the code. */
const keyOf = ({ iterations }: DatabaseFiles): string =>
  checksumOf(JSON.stringify([import.meta.url, iterations.at(-1)?.record.hash ?? null]));

const fileIn = ({ workFolder }: DatabaseProject): string => join(workFolder, "cache", "types.json");

/** Whether the type files are, byte for byte, what was once written for this iteration. */
export async function areTypesWritten(project: DatabaseProject, files: DatabaseFiles): Promise<boolean> {
  const known = KnownTypes.safeParse(parseJson(await readFile(fileIn(project), "utf8").catch(() => "null")));
  if (!known.success || known.data.key !== keyOf(files)) return false;
  const same = await Promise.all(
    Object.entries(known.data.checksums).map(async ([path, checksum]) => {
      const bytes = await readFile(join(project.typesFolder, path)).catch(() => undefined);
      return bytes !== undefined && checksumOfBytes(bytes) === checksum;
    }),
  );
  return same.every(Boolean);
}

/** Keeps what was written, for the next time. */
export async function rememberTypes(
  project: DatabaseProject,
  files: DatabaseFiles,
  printed: readonly TypeFile[],
): Promise<void> {
  const checksums = Object.fromEntries(printed.map(({ path, text }) => [path, checksumOf(text)]));
  await mkdir(dirname(fileIn(project)), { recursive: true });
  await writeFile(fileIn(project), JSON.stringify({ key: keyOf(files), checksums }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
