import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { GeneratedFiles } from "@build-it/artifacts";
import { z } from "zod";
import { header } from "./print-modules.ts";

type Files = GeneratedFiles["files"];

export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const manifestName = ".manifest.json";
const Manifest = z.object({
  /** Hash of all that the files follow from. */
  inputs: z.string(),
  files: z.array(z.object({ path: z.string(), sha256: z.string() })),
});

/** What was written the last time, if the inputs are the same and every file is still as it was. */
export async function findUnchanged(folder: string, inputs: string): Promise<Files | undefined> {
  const text = await readIfThere(join(folder, manifestName));
  const manifest = text === undefined ? undefined : parseManifest(text);
  if (manifest?.inputs !== inputs) return undefined;
  const texts = await Promise.all(manifest.files.map(({ path }) => readIfThere(join(folder, path))));
  const unchanged = manifest.files.every((file, index) => file.sha256 === sha256(texts[index] ?? ""));
  return unchanged ? manifest.files : undefined;
}

function parseManifest(text: string): z.infer<typeof Manifest> | undefined {
  try {
    return Manifest.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Paths that are taken by files which are not ours. */
export async function findForeign(folder: string, paths: Iterable<string>): Promise<readonly string[]> {
  const texts = await Promise.all(
    [...paths].map(async (path) => [path, await readIfThere(join(folder, path))] as const),
  );
  return texts.flatMap(([path, text]) => (text === undefined || isOurs(text) ? [] : [path]));
}

/** Writes what changed, removes what of ours is generated no more, and notes both for the next time. */
export async function storeModules(
  folder: string,
  { inputs, texts }: { readonly inputs: string; readonly texts: ReadonlyMap<string, string> },
): Promise<{ readonly files: Files; readonly written: number; readonly removed: number }> {
  let written = 0;
  for (const [path, text] of texts) {
    if ((await readIfThere(join(folder, path))) === text) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
    written += 1;
  }
  const stale = (await findOurs(folder)).filter((path) => !texts.has(path));
  for (const path of stale) await rm(join(folder, path));
  const files = [...texts].map(([path, text]) => ({ path, sha256: sha256(text) }));
  await writeFile(join(folder, manifestName), `${JSON.stringify({ inputs, files }, null, 2)}\n`);
  return { files, written, removed: stale.length };
}

async function findOurs(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sources = entries
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    // The table types are stage 2.5's.
    .filter((path) => !path.startsWith("database/"));
  const texts = await Promise.all(sources.map((path) => readFile(join(folder, path), "utf8")));
  return sources.filter((_, index) => isOurs(texts[index] ?? ""));
}

const isOurs = (text: string): boolean => text.startsWith(header);

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
