import type { LoadedModel } from "../load-model.ts";
import * as messages from "../messages/references.ts";
import type { Location, ModelProblem } from "../model-problem.ts";
import { suggestName } from "../names/suggest-name.ts";
import type { YamlFile } from "../yaml/parse-yaml.ts";

/** Sub-modules select entities that there are, each once. */
export const checkSubModules = ({ module, entities, brokenEntities }: LoadedModel): readonly ModelProblem[] => {
  if (module === undefined) return [];
  const known = new Set([...entities.map(({ entity }) => entity.entity), ...brokenEntities]);
  return Object.entries(module.value.sub_modules).flatMap(([subModule, selection]) =>
    selection.entities.flatMap((name, index) => {
      const at = () => locateSelection(module.file, subModule, index);
      const subject = `sub-module ${subModule}`;
      if (!known.has(name)) return [messages.unknownEntity(at(), subject, name, suggestName(name, known))];
      const isTwice = selection.entities.indexOf(name) < index;
      return isTwice ? [messages.entitySelectedTwice(at(), subModule, name)] : [];
    }),
  );
};

/** In the short form, the list of entities stands where the sub-module's keys and values would. */
const locateSelection = (file: YamlFile, subModule: string, index: number): Location => {
  const full = file.locate(["sub_modules", subModule, "entities", index], "value");
  const short = file.locate(["sub_modules", subModule, index], "value");
  return full.line > short.line || full.column > short.column ? full : short;
};
