import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TableDeclaration } from "@build-it/artifacts";
import { z } from "zod";
import { checksumOf, checksumOfBytes } from "../3-write/checksum.ts";
import type { DatabaseFiles } from "../3-write/read-database-files.ts";
import type { TypeFile } from "../7-types/print-types.ts";
import type { DatabaseProject } from "../project.ts";

/** The checksums of the type files of an iteration, by path. */
const KnownTypes = z.object({ key: z.string(), checksums: z.record(z.string(), z.string()) });

/** The tables of an iteration. Who reads them wrote them, with the same code: that is what the key says. */
const KnownTables = z.object({ key: z.string(), tables: z.custom<readonly TableDeclaration[]>(Array.isArray) });

/** Types are a pure function of the last iteration and this code. The bundle's address bears a hash of the code. */
const keyOf = ({ iterations }: DatabaseFiles): string =>
  checksumOf(JSON.stringify([import.meta.url, iterations.at(-1)?.record.hash ?? null]));

const readCache = async (project: DatabaseProject, file: string): Promise<unknown> =>
  parseJson(await readFile(cached(project, file), "utf8").catch(() => "null"));

const cached = ({ workFolder }: DatabaseProject, file: string): string => join(workFolder, "cache", file);

const typesFile = "types.json";
const tablesFile = "tables.json";

/** Whether the type files are, byte for byte, what was once written for this iteration. */
export async function areTypesWritten(project: DatabaseProject, files: DatabaseFiles): Promise<boolean> {
  const known = KnownTypes.safeParse(await readCache(project, typesFile));
  if (!known.success || known.data.key !== keyOf(files)) return false;
  const same = await Promise.all(
    Object.entries(known.data.checksums).map(async ([path, checksum]) => {
      const bytes = await readFile(join(project.typesFolder, path)).catch(() => undefined);
      return bytes !== undefined && checksumOfBytes(bytes) === checksum;
    }),
  );
  return same.every(Boolean);
}

/** The tables that were once declared for this iteration, so that the snapshot need not be parsed for them. */
export async function recallTables(
  project: DatabaseProject,
  files: DatabaseFiles,
): Promise<readonly TableDeclaration[] | undefined> {
  const known = KnownTables.safeParse(await readCache(project, tablesFile));
  return known.success && known.data.key === keyOf(files) ? known.data.tables : undefined;
}

/** Keeps what was declared and written, for the next time. */
export async function rememberTypes(
  project: DatabaseProject,
  files: DatabaseFiles,
  { tables, printed }: { readonly tables: readonly TableDeclaration[]; readonly printed: readonly TypeFile[] },
): Promise<void> {
  const key = keyOf(files);
  const checksums = Object.fromEntries(printed.map(({ path, text }) => [path, checksumOf(text)]));
  await mkdir(cached(project, ""), { recursive: true });
  await writeFile(cached(project, tablesFile), JSON.stringify({ key, tables }));
  await writeFile(cached(project, typesFile), JSON.stringify({ key, checksums }));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
