import type { RowChanges } from "@build-it/artifacts";
import {
  type Column,
  type DatabaseSchema,
  idOf,
  type ObjectId,
  objectsOfKind,
  renameInSchema,
} from "@build-it/postgres-schema";
import { columnBefore } from "../1-design/column-before.ts";
import type { DesignResult } from "../1-design/design.ts";
import { losesValues } from "./loses-values.ts";

type Rewritten = RowChanges["rewritten"]["migration"];
type Rewriting = Rewritten[string];

/** What an iteration does to rows; undefined where two schemas tell it all. `start` is the design that it starts from. */
export function rowChangesOf(designed: DesignResult, start: DatabaseSchema): RowChanges | undefined {
  // A type by another name holds what it held.
  const before = designed.renames.filter(({ kind }) => kind === "enum").reduce(renameInSchema, start);
  const migration: Record<ObjectId, Rewriting> = {};
  const rollback: Record<ObjectId, Rewriting> = {};
  for (const after of objectsOfKind(designed.schema, "column")) {
    const id = idOf(after);
    const idBefore = columnBefore(id, designed.renames);
    const was = before.objects.get(idBefore);
    // What repeats another column has no values of its own.
    if (was?.kind !== "column" || designed.copies.after.has(id) || designed.copies.before.has(idBefore)) continue;
    const forth = rewritingForth({ was, after, before }, designed);
    if (forth !== null) migration[idBefore] = forth;
    if (losesValues(after, was, { before: designed.schema, after: before }) || designed.valueMaps.has(id))
      rollback[id] = "values";
  }
  const { renames } = designed;
  const repeats: Record<ObjectId, ObjectId> = Object.fromEntries(designed.copies.after);
  const silent = [renames, repeats, migration, rollback].every((part) => Object.keys(part).length === 0);
  return silent ? undefined : { renames: [...renames], repeats, rewritten: { migration, rollback } };
}

function rewritingForth(
  { was, after, before }: { readonly was: Column; readonly after: Column; readonly before: DatabaseSchema },
  designed: DesignResult,
): Rewriting | null {
  const { conversions, backfills, valueMaps } = designed;
  const id = idOf(after);
  // A conversion may make something of a null, too.
  if (conversions.has(id)) return "all";
  const filled = backfills.has(id) && was.nullable && !after.nullable;
  const moved = valueMaps.has(id) || losesValues(was, after, { before, after: designed.schema });
  if (filled) return moved ? "all" : "nulls";
  return moved ? "values" : null;
}
