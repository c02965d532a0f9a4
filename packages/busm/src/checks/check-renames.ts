import type { LoadedModel } from "../load-model.ts";
import * as messages from "../messages/options.ts";
import type { ModelProblem } from "../model-problem.ts";
import type { EntityView } from "./entity-view.ts";

/** `renamed_from` names something that is gone, and nothing is claimed twice. */
export const checkRenames = (views: readonly EntityView[]): readonly ModelProblem[] => {
  const present = new Set(views.map(({ entity }) => entity.entity));
  const claimed = new Set<string>();
  return views.flatMap(({ entity, fields, locate }) => {
    const problems: ModelProblem[] = [];
    const former = entity.renamed_from?.name;
    if (former !== undefined && (present.has(former) || claimed.has(former))) {
      problems.push(messages.renamedFromTaken(locate(["renamed_from"], "value"), entity.entity, former));
    }
    if (former !== undefined) claimed.add(former);
    const claimedFields = new Set<string>();
    for (const [name, { renamed_from: from }] of Object.entries(entity.fields)) {
      if (!from) continue;
      if (fields.has(from.name) || claimedFields.has(from.name)) {
        const at = locate(["fields", name, "renamed_from"], "value");
        problems.push(messages.renamedFromTaken(at, `${entity.entity}.${name}`, from.name));
      }
      claimedFields.add(from.name);
    }
    return problems;
  });
};

/** The same for the enums of enums.yaml. */
export const checkEnumRenames = ({ enums }: LoadedModel): readonly ModelProblem[] => {
  const claimed = new Set<string>();
  return Object.entries(enums.value).flatMap(([name, { renamed_from: from }]) => {
    if (from === undefined) return [];
    // An enum that keeps its name may have had a type of another.
    const isItself = from.name === name && from.type !== undefined;
    const isTaken = (Object.hasOwn(enums.value, from.name) && !isItself) || claimed.has(from.name);
    claimed.add(from.name);
    const at = enums.loaded?.file.locate([name, "renamed_from"], "value") ?? { file: "enums.yaml", line: 1, column: 1 };
    return isTaken ? [messages.renamedFromTaken(at, name, from.name)] : [];
  });
};
