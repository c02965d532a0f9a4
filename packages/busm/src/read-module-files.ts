import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import * as messages from "./messages/files.ts";
import type { Location, ModelProblem } from "./model-problem.ts";
import { suggestName } from "./names/suggest-name.ts";
import type { TextFile } from "./yaml/parse-yaml.ts";

/** The texts of a module's files. */
export interface ModuleFiles {
  readonly module: TextFile | undefined;
  readonly enums: TextFile | undefined;
  readonly entities: readonly TextFile[];
  readonly sqlFiles: readonly TextFile[];
  readonly schemaFiles: readonly TextFile[];
  readonly problems: readonly ModelProblem[];
}

const startOf = (file: string): Location => ({ file, line: 1, column: 1 });
const readsAtOnce = 32;
const schemaFolder = "sql/schema";

/** Reads the texts of a module's files, in the order of their paths. */
export const readModuleFiles = async (root: string, module: string): Promise<ModuleFiles> => {
  const shown = `${path.basename(root)}/${module}`;
  const folder = path.join(root, module);
  const names = await listFolder(folder);
  if (names === undefined) {
    const modules = (await listFolder(root)) ?? [];
    const suggestion = suggestName(module, modules);
    const problem = messages.moduleFolderMissing(startOf(`${shown}/module.yaml`), module, modules, suggestion);
    return { module: undefined, enums: undefined, entities: [], sqlFiles: [], schemaFiles: [], problems: [problem] };
  }
  const problems: ModelProblem[] = [];
  if (!names.includes("module.yaml")) problems.push(messages.moduleFileMissing(startOf(`${shown}/module.yaml`)));
  const wrong = names.filter((name) => /\.ya?ml$/i.test(name) && name !== "module.yaml" && name !== "enums.yaml");
  problems.push(...wrong.map((name) => messages.unknownModelFile(startOf(`${shown}/${name}`))));

  const read = async (files: readonly string[]) => readFiles(folder, shown, files, problems);
  const choose = async (subfolder: string, ending: string) => {
    const inside = ((await listFolder(path.join(folder, subfolder))) ?? []).filter(
      (name) => !name.startsWith(".") && `${subfolder}/${name}` !== schemaFolder,
    );
    const others = inside.filter((name) => !name.endsWith(ending));
    problems.push(...others.map((name) => messages.wrongEnding(startOf(`${shown}/${subfolder}/${name}`), ending)));
    return read(inside.filter((name) => name.endsWith(ending)).map((name) => `${subfolder}/${name}`));
  };
  const top = await read(["module.yaml", "enums.yaml"].filter((name) => names.includes(name)));
  return {
    module: top.find((file) => file.path.endsWith("/module.yaml")),
    enums: top.find((file) => file.path.endsWith("/enums.yaml")),
    entities: await choose("entities", ".yaml"),
    sqlFiles: await choose("sql", ".sql"),
    schemaFiles: await choose(schemaFolder, ".sql"),
    problems,
  };
};

/** The names in a folder, sorted alike on every machine; undefined where there is no such folder. */
const listFolder = async (folder: string): Promise<readonly string[] | undefined> => {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isFileError(error) && (error.code === "ENOENT" || error.code === "ENOTDIR")) return undefined;
    throw error;
  }
};

const readFiles = async (
  folder: string,
  shown: string,
  names: readonly string[],
  problems: ModelProblem[],
): Promise<TextFile[]> => {
  const files: TextFile[] = [];
  for (let first = 0; first < names.length; first += readsAtOnce) {
    const some = names.slice(first, first + readsAtOnce).map(async (name): Promise<TextFile | undefined> => {
      const shownPath = `${shown}/${name}`;
      try {
        return { path: shownPath, text: await readFile(path.join(folder, name), "utf8") };
      } catch (error) {
        if (!isFileError(error)) throw error;
        problems.push(messages.unreadableFile(startOf(shownPath), error.code ?? "unknown"));
        return undefined;
      }
    });
    for (const file of await Promise.all(some)) if (file) files.push(file);
  }
  return files;
};

const isFileError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && "code" in error;
