import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** A file's path, relative and with slashes, and the SHA-256 of its bytes. */
export interface FileSum {
  readonly path: string;
  readonly sha256: string;
}

export const sha256 = (bytes: string | Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** The files in a folder and below, in the order of their paths; none where there is no such folder. */
export async function sumFiles(folder: string): Promise<readonly FileSum[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sums = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        return { path: relative(folder, path).split(sep).join("/"), sha256: sha256(await readFile(path)) };
      }),
  );
  return sums.sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** What the bundles of an application follow from: its own files, its packages' versions, and the kit. */
export async function fingerprintSources(appFolder: string): Promise<string> {
  const kit = join(appFolder, "node_modules", "@build-it", "application-kit");
  const single = ["index.html", "package.json"].map((name) => readFile(join(appFolder, name)).catch(() => ""));
  const folders = [join(appFolder, "src"), join(appFolder, "public"), join(kit, "src")].map(sumFiles);
  const [files, sums] = await Promise.all([Promise.all(single), Promise.all(folders)]);
  return sha256(JSON.stringify([files.map(sha256), sums]));
}
