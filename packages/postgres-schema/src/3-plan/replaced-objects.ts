import type { ChangedObject, Difference } from "../2-diff/diff-schemas.ts";
import { idOf } from "../schema/identify.ts";
import type { ObjectId } from "../schema/object-id.ts";
import type { ObjectKind, SchemaObject } from "../schema/objects.ts";
import { referencesOf } from "../schema/references.ts";
import type { PlanContext } from "./change-rule.ts";
import { ruleOf } from "./look-up-rule.ts";

/**
 * Objects that are dropped and created anew although they are on both sides: those that cannot be altered, those that
 * must step aside for a change of something they use, and all that hangs on them.
 */
export function replacedObjects(difference: Difference, context: PlanContext): ReadonlySet<ObjectId> {
  const replaced = new Set<ObjectId>();
  const dependents = dependentsIn(context);
  const stays = (id: ObjectId): boolean => context.before.objects.has(id) && context.after.objects.has(id);
  const replace = (id: ObjectId): void => {
    if (replaced.has(id) || !stays(id)) return;
    replaced.add(id);
    for (const dependent of dependents(id)) replace(idOf(dependent));
  };
  for (const change of difference.changed) {
    if (mustReplace(change, context)) replace(change.id);
    const kinds = kindsSteppingAside(change);
    if (kinds.size > 0)
      for (const dependent of dependents(change.id)) if (kinds.has(dependent.kind)) replace(idOf(dependent));
  }
  return replaced;
}

const mustReplace = (change: ChangedObject, context: PlanContext): boolean =>
  change.attributes.some((attribute) => {
    const rule = ruleOf(change.after.kind, attribute);
    return rule === "replace" || (typeof rule !== "string" && rule.replaceIf?.(change, context) === true);
  });

const kindsSteppingAside = (change: ChangedObject): ReadonlySet<ObjectKind> =>
  new Set(
    change.attributes.flatMap((attribute) => {
      const rule = ruleOf(change.after.kind, attribute);
      return typeof rule === "string" ? [] : (rule.recreates ?? []);
    }),
  );

/** Who uses an object, found once for the whole schema and only when somebody asks. */
function dependentsIn({ before }: PlanContext): (id: ObjectId) => readonly SchemaObject[] {
  let byReference: Map<ObjectId, SchemaObject[]> | undefined;
  return (id) => {
    if (byReference === undefined) {
      byReference = new Map();
      for (const object of before.objects.values())
        for (const reference of new Set(referencesOf(object))) {
          const list = byReference.get(reference);
          if (list === undefined) byReference.set(reference, [object]);
          else list.push(object);
        }
    }
    return byReference.get(id) ?? [];
  };
}
