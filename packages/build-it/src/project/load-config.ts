import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { configFails } from "../diagnostics.ts";
import { configFileName } from "./find-app.ts";
import { type ConfigResult, parseConfig } from "./parse-config.ts";

/** The bundle's own inputs, kept beside it: when each still has its hash, the bundle is still true. */
type Inputs = Readonly<Record<string, string>>;

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
  const bundle = join(cacheFolder, `config-${hashFile(config).slice(0, 16)}.mjs`);
  const inputsFile = `${bundle}.inputs.json`;
  if (existsSync(inputsFile) && existsSync(bundle) && isFresh(appFolder, inputsFile)) return bundle;

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
  const inputs: Inputs = Object.fromEntries(
    Object.keys(result.metafile.inputs)
      .filter((input) => !input.includes(":"))
      .map((input) => [input, hashFile(join(appFolder, input))]),
  );
  for (const old of readdirSync(cacheFolder)) {
    if (old.startsWith("config-")) rmSync(join(cacheFolder, old), { force: true });
  }
  writeWhole(bundle, text);
  writeWhole(inputsFile, JSON.stringify(inputs, null, 2));
  return bundle;
}

/** `defineConfig` is only there for the editor, so an application needs no installed package to be read. */
const inlineDefineConfig: import("esbuild").Plugin = {
  name: "inline-define-config",
  setup(build) {
    build.onResolve({ filter: /^@build-it\/build-it\/config$/ }, () => ({
      path: "define-config",
      namespace: "inline",
    }));
    build.onLoad({ filter: /^define-config$/, namespace: "inline" }, () => ({
      contents: "export const defineConfig = (config) => config;",
    }));
  },
};

function isFresh(appFolder: string, inputsFile: string): boolean {
  const inputs = JSON.parse(readFileSync(inputsFile, "utf8")) as Inputs;
  return Object.entries(inputs).every(([input, hash]) => {
    const file = join(appFolder, input);
    return existsSync(file) && hashFile(file) === hash;
  });
}

const hashFile = (file: string): string => createHash("sha256").update(readFileSync(file)).digest("hex");

/** Another process sees the old file or the whole new one, never half of it. */
function writeWhole(file: string, text: string): void {
  const half = `${file}.${process.pid}`;
  writeFileSync(half, text);
  renameSync(half, file);
}
