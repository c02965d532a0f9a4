import type { IndexedSchema } from "../schema/indexed-schema.ts";
import type { ObjectId } from "../schema/object-id.ts";
import { kindOf } from "../schema/object-id.ts";
import { parentsOf } from "../schema/parents.ts";
import type { Step } from "./step.ts";

/**
 * Takes locks and hazards from steps that only touch tables which the same plan creates: nobody waits for a table that
 * nobody can see yet, and it has no rows to read.
 */
export function spareNewTables(
  steps: readonly Step[],
  { before, after }: { readonly before: IndexedSchema; readonly after: IndexedSchema },
): readonly Step[] {
  const made = steps.flatMap((step) => step.creates.filter((id) => kindOf(id) === "table"));
  if (made.length === 0) return steps;
  const occupied = tablesAbove(made, before, after);
  const created = new Set<ObjectId>(made.filter((id) => !occupied.has(id)));
  return steps.map((step) => {
    const tables = [...step.creates, ...step.alters, ...step.needs].filter((id) => kindOf(id) === "table");
    const fresh = tables.filter((id) => created.has(id)).length;
    if (fresh === 0) return step;
    if (fresh === tables.length) return { ...step, lock: "none", hazards: [] };
    // What a new table costs its parents, it declares.
    if (step.creates.some((id) => kindOf(id) === "table")) return step;
    // A reference from a new table to an old one, or the other way round: an old table that gets it has its rows read.
    const readsRows = kindOf(step.subject) === "foreign_key" && !created.has(firstTableOf(step));
    return readsRows
      ? step
      : {
          ...step,
          hazards: step.hazards.filter((hazard) => hazard === "locks_other_table" || hazard === "changes_access"),
        };
  });
}

/** New tables that get tables with rows below them: what is done to them is done to those. */
function tablesAbove(made: readonly ObjectId[], before: IndexedSchema, after: IndexedSchema): ReadonlySet<ObjectId> {
  const isNew = new Set(made);
  const above = new Set<ObjectId>();
  const climb = (id: ObjectId): void => {
    const table = after.objects.get(id);
    if (table?.kind !== "table") return;
    for (const parentId of parentsOf(table)) {
      if (!isNew.has(parentId) || above.has(parentId)) continue;
      above.add(parentId);
      climb(parentId);
    }
  };
  for (const id of before.objects.keys()) if (kindOf(id) === "table" && !isNew.has(id)) climb(id);
  return above;
}

/** The table that a constraint is on comes first among what it needs. */
const firstTableOf = (step: Step): ObjectId => step.needs.find((id) => kindOf(id) === "table") ?? step.subject;
