import type { LoadedModel } from "../load-model.ts";
import * as messages from "../messages.ts";
import type { ModelProblem } from "../model-problem.ts";
import { suggestName } from "../names/suggest-name.ts";

/** Sub-modules select entities that there are, each once. */
export const checkSubModules = ({ module, entities, brokenEntities }: LoadedModel): readonly ModelProblem[] => {
  if (module === undefined) return [];
  const known = new Set([...entities.map(({ entity }) => entity.entity), ...brokenEntities]);
  return Object.entries(module.value.sub_modules).flatMap(([subModule, selection]) =>
    selection.entities.flatMap((name, index) => {
      const full = module.file.locate(["sub_modules", subModule, "entities", index], "value");
      const short = module.file.locate(["sub_modules", subModule, index], "value");
      // The list stands one level higher in the short form; the nearer place is the one inside the file's list.
      const at = full.line > short.line || full.column > short.column ? full : short;
      const subject = `sub-module ${subModule}`;
      if (!known.has(name)) return [messages.unknownEntity(at, subject, name, suggestName(name, known))];
      if (selection.entities.indexOf(name) < index) return [messages.entitySelectedTwice(at, subModule, name)];
      return [];
    }),
  );
};
