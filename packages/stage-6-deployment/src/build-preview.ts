import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleApplication } from "./bundle-application.ts";
import { fingerprintSources, sumFiles } from "./read-files.ts";

/** Where the preview's bundles are, under the application. */
export const previewFolder = (appFolder: string): string => join(appFolder, "dist");

const stampName = ".build.json";

/** Builds the preview, unless the last build was of the same sources and is still whole. Throws what the bundler throws. */
export async function buildPreview(appFolder: string): Promise<{ readonly built: boolean }> {
  const folder = previewFolder(appFolder);
  const sources = await fingerprintSources(appFolder);
  if ((await readFile(join(folder, stampName), "utf8").catch(() => "")) === (await stampOf(folder, sources))) {
    return { built: false };
  }
  await bundleApplication({ appFolder, outFolder: folder, server: "preview" });
  await writeFile(join(folder, stampName), await stampOf(folder, sources));
  return { built: true };
}

async function stampOf(folder: string, sources: string): Promise<string> {
  const files = (await sumFiles(folder)).filter(({ path }) => path !== stampName);
  return `${JSON.stringify({ sources, files }, null, 2)}\n`;
}
