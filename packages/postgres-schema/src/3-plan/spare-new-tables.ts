import type { ObjectId } from "../schema/object-id.ts";
import { kindOf } from "../schema/object-id.ts";
import type { Step } from "./step.ts";

/**
 * Takes locks and hazards from steps that only touch tables which the same plan creates: nobody waits for a table that
 * nobody can see yet, and it has no rows to read.
 */
export function spareNewTables(steps: readonly Step[]): readonly Step[] {
  const created = new Set<ObjectId>(steps.flatMap((step) => step.creates.filter((id) => kindOf(id) === "table")));
  if (created.size === 0) return steps;
  return steps.map((step) => {
    const tables = [...step.creates, ...step.alters, ...step.needs].filter((id) => kindOf(id) === "table");
    const fresh = tables.filter((id) => created.has(id)).length;
    if (fresh === 0) return step;
    if (fresh === tables.length) return { ...step, lock: "none", hazards: [] };
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

/** The table that a constraint is on comes first among what it needs. */
const firstTableOf = (step: Step): ObjectId => step.needs.find((id) => kindOf(id) === "table") ?? step.subject;
