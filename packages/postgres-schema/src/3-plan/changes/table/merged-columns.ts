import { columnId, idOf, tableId } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Column } from "../../../schema/objects.ts";
import { tablesAbove } from "../../../schema/parents.ts";
import type { PlanContext } from "../../change-rule.ts";
import { tablesBelow } from "../../tables-below.ts";

// A column that a table says itself and has from a parent too is one column, which only the parent's takes to another type.

/** Whether a column is one with a parent's all along. */
export function isMergedColumn({ schema, table, name }: Column, { before, after }: PlanContext): boolean {
  const [was, is] = [before, after].map(({ objects }) => objects.get(tableId(schema, table)));
  if (was?.kind !== "table" || is?.kind !== "table") return false;
  const aboveBefore = tablesAbove(was, before);
  return [...tablesAbove(is, after)].some((above) => {
    const parent = aboveBefore.has(above) ? after.objects.get(above) : undefined;
    const column = parent?.kind === "table" ? columnId(parent.schema, parent.name, name) : undefined;
    return column !== undefined && before.objects.has(column) && after.objects.has(column);
  });
}

/** The columns of tables below that are one with a column all along. */
export function mergedColumnsBelow(
  { schema, table, name }: Column,
  { before, after }: PlanContext,
): readonly ObjectId[] {
  const below = new Set(tablesBelow(before, tableId(schema, table)).map(idOf));
  return tablesBelow(after, tableId(schema, table))
    .filter((child) => below.has(idOf(child)))
    .map((child) => columnId(child.schema, child.name, name))
    .filter((id) => before.objects.has(id) && after.objects.has(id));
}
