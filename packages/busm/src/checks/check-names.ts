import * as messages from "../messages/names.ts";
import type { ModelProblem } from "../model-problem.ts";
import { isBuiltInProperty } from "../names/name-limits.ts";
import type { EntityView } from "./entity-view.ts";

/** The names that the model itself uses: entities apart from each other, fields apart from those of mixins. */
export const checkNames = (views: readonly EntityView[]): readonly ModelProblem[] => {
  const first = new Map<string, EntityView>();
  return views.flatMap((view) => {
    const { entity } = view;
    const at = () => view.locate(["entity"], "value");
    const other = first.get(entity.entity);
    first.set(entity.entity, other ?? view);
    return [
      ...(other ? [messages.duplicateEntity(at(), entity.entity, other.locate(["entity"], "value"))] : []),
      ...checkFieldNames(view),
    ];
  });
};

const checkFieldNames = ({ entity, locate, mixed }: EntityView): readonly ModelProblem[] =>
  Object.keys(entity.fields).flatMap((name) => {
    const at = () => locate(["fields", name]);
    const mixin = mixed.get(name);
    return [
      ...(isBuiltInProperty(name) ? [messages.builtInName(at(), name)] : []),
      ...(mixin ? [messages.mixinFieldTwice(at(), `${entity.entity}.${name}`, mixin)] : []),
    ];
  });
