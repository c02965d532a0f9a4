import type { FieldFile } from "../language/field-file.ts";
import { keyOf } from "../language/mixin-fields.ts";
import * as messages from "../messages/references.ts";
import type { ModelProblem } from "../model-problem.ts";
import { suggestName } from "../names/suggest-name.ts";
import type { EntityView } from "./entity-view.ts";

/** References lead to entities that there are, and whose key is one field. */
export const checkReferences = (
  views: readonly EntityView[],
  brokenEntities: ReadonlySet<string>,
): readonly ModelProblem[] => {
  const byName = new Map(views.map((view) => [view.entity.entity, view]));
  return views.flatMap(({ entity, locate }) =>
    Object.entries(entity.fields).flatMap(([name, field]) => {
      if (field.type !== "reference" || brokenEntities.has(field.to)) return [];
      const subject = `${entity.entity}.${name}`;
      const at = () => locate(["fields", name, "to"], "value");
      const target = byName.get(field.to);
      if (target === undefined) {
        return [messages.unknownEntity(at(), subject, field.to, suggestName(field.to, byName.keys()))];
      }
      if (keyOf(target.entity).length > 1) return [messages.compositeReference(at(), subject, field.to)];
      return keyLeadsBack(field, byName) ? [messages.referenceLoop(at(), subject)] : [];
    }),
  );
};

type Reference = Extract<FieldFile, { readonly type: "reference" }>;

/** Whether the keys that a reference leads to, each a reference itself, come round to a key that was met before. */
const keyLeadsBack = (reference: Reference, byName: ReadonlyMap<string, EntityView>): boolean => {
  const met = new Set<string>();
  let entity = reference.to;
  while (!met.has(entity)) {
    met.add(entity);
    const target = byName.get(entity);
    const [key = "id"] = target ? keyOf(target.entity) : [];
    const field = target?.fields.get(key)?.field;
    if (field?.type !== "reference") return false;
    entity = field.to;
  }
  return true;
};
