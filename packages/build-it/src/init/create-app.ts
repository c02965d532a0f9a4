import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { Diagnostic } from "@build-it/stage-contract";
import { appNameUnusable, filesInTheWay } from "../diagnostics.ts";
import { appTemplates, modelTemplates, type NewApp } from "./app-templates.ts";

/** The files that were written, absolute, or why none was. */
export type NewAppResult =
  | {
      readonly status: "created";
      readonly appFolder: string;
      readonly moduleFolder: string;
      readonly files: readonly string[];
      /** Whether it lies in a workspace, whose packages its screens need. */
      readonly inWorkspace: boolean;
    }
  | { readonly status: "refused"; readonly diagnostics: readonly Diagnostic[] };

export interface NewAppOptions {
  /** Whether it gets a model to start from; yes, unless it is said. */
  readonly model?: boolean;
  /** Where development happens: on a server of its own, or on a database that stands there already. */
  readonly database?: "embedded" | "existing";
}

/**
 * Makes a new application and a model to start from. The model goes to the workspace's `busm/` where there is one, else
 * into the application. Writes nothing when a file is in the way.
 */
export function createApp(folder: string, { model = true, database = "embedded" }: NewAppOptions = {}): NewAppResult {
  const appFolder = resolve(folder);
  const module = basename(appFolder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, "-")
    .replace(/^[^a-z]+/, "");
  if (module === "") return { status: "refused", diagnostics: [appNameUnusable(basename(appFolder))] };
  const workspace = findWorkspace(dirname(appFolder));
  const busmFolder = join(workspace ?? appFolder, "busm");
  const app: NewApp = {
    module,
    title: module.slice(0, 1).toUpperCase() + module.slice(1).replaceAll(/[-_]+/g, " "),
    busm: relative(appFolder, busmFolder).split(sep).join("/"),
  };
  const moduleFolder = join(busmFolder, module);
  const texts = [
    ...placeFiles(appFolder, appTemplates(app, database)),
    ...(model ? placeFiles(moduleFolder, modelTemplates(app)) : []),
  ];
  const taken = texts.map(([path]) => path).filter((path) => existsSync(path));
  if (taken.length > 0) {
    return { status: "refused", diagnostics: [filesInTheWay(taken.map((path) => relative(process.cwd(), path)))] };
  }
  for (const [path, text] of texts) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: "wx" });
  }
  const files = texts.map(([path]) => path);
  return { status: "created", appFolder, moduleFolder, files, inWorkspace: workspace !== undefined };
}

const placeFiles = (folder: string, texts: Readonly<Record<string, string>>): readonly (readonly [string, string])[] =>
  Object.entries(texts).map(([path, text]) => [join(folder, path), text]);

/** The nearest folder upward with a pnpm workspace. */
function findWorkspace(folder: string): string | undefined {
  if (existsSync(join(folder, "pnpm-workspace.yaml"))) return folder;
  return dirname(folder) === folder ? undefined : findWorkspace(dirname(folder));
}
