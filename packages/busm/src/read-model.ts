import { checkModel } from "./checks/check-model.ts";
import type { ModelDefinition } from "./language/definitions.ts";
import { ModuleName } from "./language/name-words.ts";
import type { LoadedModel } from "./load-model.ts";
import { loadModel } from "./load-model.ts";
import * as messages from "./messages/files.ts";
import type { ModelProblem } from "./model-problem.ts";
import type { ParseCache } from "./parse-cache.ts";
import { openParseCache } from "./parse-cache.ts";
import type { ModuleFiles } from "./read-module-files.ts";
import { readModuleFiles } from "./read-module-files.ts";

/** The model, and everything that is wrong with it. Where an error is among the problems there is no model. */
export interface ModelReading {
  readonly model: ModelDefinition | null;
  /** Of all files, in the order of files and lines. */
  readonly problems: readonly ModelProblem[];
}

/**
 * Reads the files of one module and checks them, all of them, whatever is wrong with some.
 * `root` is the absolute folder that holds the modules, `module` the name of one. With `cacheFolder`, an absolute folder
 * that may be deleted at any time, files that did not change are not parsed again. Throws only what the file system
 * throws unexpectedly; whatever a file holds becomes a problem.
 */
export const readModel = async (root: string, module: string, cacheFolder?: string): Promise<ModelReading> => {
  if (!ModuleName.safeParse(module).success) {
    return { model: null, problems: [messages.unusableModuleName({ file: "busm", line: 1, column: 1 }, module)] };
  }
  const [files, cache] = await Promise.all([
    readModuleFiles(root, module),
    cacheFolder === undefined ? undefined : openParseCache(cacheFolder, module),
  ]);
  const reading = interpretFiles(module, files, cache);
  await cache?.save();
  return reading;
};

/** The same for files that were read already. Never throws. */
export const interpretFiles = (name: string, files: ModuleFiles, cache?: ParseCache): ModelReading => {
  const loaded = loadModel(name, files, cache);
  const problems = [...files.problems, ...loaded.problems, ...checkModel(loaded)].sort(comparePlaces);
  const isValid = problems.every((problem) => problem.severity !== "error");
  return { model: isValid ? defineModel(loaded, files) : null, problems };
};

const defineModel = (
  { name, module, entities, enums }: LoadedModel,
  { sqlFiles, schemaFiles }: ModuleFiles,
): ModelDefinition | null =>
  module === undefined
    ? null
    : {
        name,
        module: module.value,
        entities: entities.map(({ entity, sources }) => ({ entity, sources })),
        enums: enums.value,
        sqlFiles: [...sqlFiles],
        ...(schemaFiles.length === 0 ? {} : { schemaFiles: [...schemaFiles] }),
      };

const comparePlaces = ({ location: left }: ModelProblem, { location: right }: ModelProblem): number =>
  (left.file < right.file ? -1 : left.file > right.file ? 1 : 0) ||
  left.line - right.line ||
  left.column - right.column;
