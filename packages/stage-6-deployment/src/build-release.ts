import { cp, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleApplication } from "./bundle-application.ts";
import { sha256, sumFiles } from "./read-files.ts";

/** What a release is of. */
export interface ReleaseSubject {
  readonly iteration: number;
  readonly schemaFingerprint: string;
}

export interface Release {
  readonly folder: string;
  readonly files: readonly string[];
  /** Of `manifest.json`, which holds the sums of all other files. */
  readonly sha256: string;
}

/**
 * Writes the application's `release/`: client, server, migrations and a manifest with the sum of every file. It is made
 * beside the last one and takes its place when it is whole. Throws what the bundler throws.
 */
export async function buildRelease(appFolder: string, subject: ReleaseSubject): Promise<Release> {
  const folder = join(appFolder, "release");
  const draft = join(appFolder, "release.new");
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  await bundleApplication({ appFolder, outFolder: draft, server: "release" });
  for (const name of ["migrations", "rollbacks"])
    await copyFolder(join(appFolder, "database", name), join(draft, name));
  await writeFile(join(draft, "package.json"), packageText(await readName(appFolder)));

  const sums = await sumFiles(draft);
  const manifest = `${JSON.stringify({ ...subject, files: sums }, null, 2)}\n`;
  await writeFile(join(draft, "manifest.json"), manifest);
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder);
  return { folder, files: [...sums.map(({ path }) => path), "manifest.json"], sha256: sha256(manifest) };
}

const packageText = (name: string): string =>
  `${JSON.stringify({ name, private: true, type: "module", engines: { node: ">=20.19" }, scripts: { start: "node server/server.js" } }, null, 2)}\n`;

async function copyFolder(from: string, to: string): Promise<void> {
  const there = await stat(from).catch(() => undefined);
  if (there?.isDirectory()) await cp(from, to, { recursive: true });
}

async function readName(appFolder: string): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(appFolder, "package.json"), "utf8"));
  const named = typeof manifest === "object" && manifest !== null && "name" in manifest ? manifest.name : undefined;
  return typeof named === "string" ? named : "application";
}
