import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { configFails } from "../diagnostics.ts";
import { configFileName } from "./find-app.ts";
import { type ConfigResult, parseConfig } from "./parse-config.ts";

/** `config.json`, beside the bundle: while each input still has its hash, the bundle is true. */
interface CacheEntry {
  /** Named after its own text, since Node keeps a module by its name for as long as a process lives. */
  readonly bundle: string;
  /** Relative to the application -> SHA-256. */
  readonly inputs: Readonly<Record<string, string>>;
}

/**
 * Reads an application's `build-it.config.ts`. The file and what it imports are bundled once into
 * `.build-it/cache/config-<hash>.mjs`; as long as none of them changes, the bundle is loaded without starting esbuild.
 */
export async function loadConfig(appFolder: string): Promise<ConfigResult> {
  const path = join(appFolder, configFileName);
  const source = { file: relative(process.cwd(), path) || configFileName, text: readFileSync(path, "utf8") };
  let exported: { readonly default?: unknown };
  try {
    const bundle = await bundleConfig(appFolder, path);
    exported = (await import(pathToFileURL(bundle).href)) as typeof exported;
  } catch (error) {
    return { status: "invalid", diagnostics: [configFails(source.file, error)] };
  }
  return parseConfig(exported.default, source);
}

async function bundleConfig(appFolder: string, config: string): Promise<string> {
  const cacheFolder = join(appFolder, ".build-it", "cache");
  const cached = readCache(appFolder, cacheFolder);
  if (cached !== undefined) return cached;

  const { build } = await import("esbuild");
  mkdirSync(cacheFolder, { recursive: true });
  const result = await build({
    entryPoints: [config],
    absWorkingDir: appFolder,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    plugins: [inlineDefineConfig],
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  const text = result.outputFiles[0]?.text ?? "";
  const bundle = `config-${hash(text).slice(0, 16)}.mjs`;
  const inputs = Object.keys(result.metafile.inputs).filter((input) => !input.startsWith(`${inlined}:`));
  const entry: CacheEntry = {
    bundle,
    inputs: Object.fromEntries(inputs.map((input) => [input, hash(readFileSync(join(appFolder, input)))])),
  };
  writeWhole(join(cacheFolder, bundle), text);
  writeWhole(join(cacheFolder, "config.json"), JSON.stringify(entry, null, 2));
  return join(cacheFolder, bundle);
}

/** The bundle's path, while it is true. */
function readCache(appFolder: string, cacheFolder: string): string | undefined {
  const entryFile = join(cacheFolder, "config.json");
  if (!existsSync(entryFile)) return undefined;
  const { bundle, inputs } = JSON.parse(readFileSync(entryFile, "utf8")) as CacheEntry;
  const path = join(cacheFolder, bundle);
  const fresh = Object.entries(inputs).every(([input, before]) => {
    const file = join(appFolder, input);
    return existsSync(file) && hash(readFileSync(file)) === before;
  });
  return fresh && existsSync(path) ? path : undefined;
}

const inlined = "inline-define-config";

/** `defineConfig` is only there for the editor, so an application needs no installed package to be read. */
const inlineDefineConfig: import("esbuild").Plugin = {
  name: inlined,
  setup(build) {
    build.onResolve({ filter: /^@build-it\/build-it\/config$/ }, () => ({
      path: "define-config",
      namespace: inlined,
    }));
    build.onLoad({ filter: /^define-config$/, namespace: inlined }, () => ({
      contents: "export const defineConfig = (config) => config;",
    }));
  },
};

const hash = (content: string | Buffer): string => createHash("sha256").update(content).digest("hex");

/** Another process sees the old file or the whole new one, never half of it. */
function writeWhole(file: string, text: string): void {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, text);
  renameSync(half, file);
}
