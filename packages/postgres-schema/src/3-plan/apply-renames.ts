import type { DatabaseSchema } from "../schema/database-schema.ts";
import { canonicalText } from "../schema/fingerprint.ts";
import { idOf } from "../schema/identify.ts";
import type { ObjectId } from "../schema/object-id.ts";
import { exchangeObjects, type Rename, renameInSchema } from "../schema/rename-objects.ts";
import { clearTheWay } from "./clear-the-way.ts";
import { orderRenames } from "./order-renames.ts";
import { outdateTexts } from "./outdate-texts.ts";
import { isNamed, type NameChange, nameStep, renameStep } from "./rename-steps.ts";
import type { Step } from "./step.ts";

export interface AppliedRenames {
  readonly schema: DatabaseSchema;
  readonly steps: readonly Step[];
  /** Those that were asked for, and those that make way for them, in their order. */
  readonly renames: readonly Rename[];
}

/**
 * Renames first, so that all that follows speaks of the new names: the steps, and the schema as they leave it. Keys and
 * indexes that are the same but for a name that followed are renamed too, and not built again.
 */
export function applyRenames(
  before: DatabaseSchema,
  after: DatabaseSchema,
  renames: readonly Rename[],
): AppliedRenames {
  if (renames.length === 0) return { schema: before, steps: [], renames: [] };
  const way = clearTheWay(before, { asked: renames, ordered: orderRenames(renames, before) });
  const renamed = way.renames.reduce(renameInSchema, outdateTexts(way.schema, way.renamed));
  const nameChanges = followingNames(renamed, after);
  return {
    schema: withNames(renamed, nameChanges),
    steps: [...way.steps, ...way.renames.map(renameStep), ...nameChanges.map(nameStep)],
    renames: way.renames,
  };
}

function followingNames(before: DatabaseSchema, after: DatabaseSchema): readonly NameChange[] {
  const arrivals = new Map<string, NameChange["after"]>();
  for (const [id, object] of after.objects)
    if (!before.objects.has(id) && isNamed(object)) arrivals.set(withoutName(object), object);
  const changes: NameChange[] = [];
  for (const [id, object] of before.objects) {
    if (after.objects.has(id) || !isNamed(object)) continue;
    const arrival = arrivals.get(withoutName(object));
    if (arrival === undefined) continue;
    arrivals.delete(withoutName(object));
    changes.push({ before: object, after: arrival });
  }
  return changes;
}

const withoutName = (object: NameChange["before"]): string => canonicalText({ ...object, name: "" });

function withNames(schema: DatabaseSchema, changes: readonly NameChange[]): DatabaseSchema {
  const named = new Map<ObjectId, NameChange["after"]>(changes.map(({ before, after }) => [idOf(before), after]));
  return exchangeObjects(schema, (id, object) => named.get(id) ?? object);
}
