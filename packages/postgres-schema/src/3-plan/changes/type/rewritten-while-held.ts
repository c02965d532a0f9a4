import { type DatabaseSchema, objectsOfKind } from "../../../schema/database-schema.ts";
import { idOf } from "../../../schema/identify.ts";
import { indexSchema } from "../../../schema/indexed-schema.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Column, SchemaObject } from "../../../schema/objects.ts";
import { defaultOf, hazardsOfAdding } from "../column/create-column.ts";
import { rowsWithinTypes, tablesWith } from "./rows-within.ts";

/**
 * What PostgreSQL would write every row of a table anew for, and refuses to while a column holds such rows: columns that come
 * with values, and tables that are stored in another way. Rows that are text meanwhile would not have the new column.
 */
export function rewrittenWhileHeld(before: DatabaseSchema, after: DatabaseSchema): readonly ObjectId[] {
  const held = heldOnBothSides(before, after);
  if (held.size === 0) return [];
  const indexed = indexSchema(after);
  const isWritten = (column: Column): boolean => {
    const initial = defaultOf(column, indexed);
    // PostgreSQL does not ask whether it could fill the rows without writing them.
    return initial !== undefined || hazardsOfAdding(column, initial, indexed).includes("rewrites_table");
  };
  const columns = objectsOfKind(after, "column").filter(
    (column) =>
      !isSameColumn(before.objects.get(idOf(column)), column) &&
      tablesWith(column, before).some((table) => held.has(table)) &&
      isWritten(column),
  );
  const tables = objectsOfKind(after, "table").filter((table) => {
    const earlier = before.objects.get(idOf(table));
    return held.has(idOf(table)) && earlier?.kind === "table" && earlier.unlogged !== table.unlogged;
  });
  return [...columns, ...tables].map(idOf);
}

/** Tables whose rows a column holds before and afterwards. */
function heldOnBothSides(before: DatabaseSchema, after: DatabaseSchema): ReadonlySet<ObjectId> {
  const [within, withinLater] = [rowsWithinTypes(before), rowsWithinTypes(after)];
  return new Set(
    objectsOfKind(before, "column").flatMap((column) => {
      const later = after.objects.get(idOf(column));
      const rows = within(column.typeObject);
      if (rows.size === 0 || later?.kind !== "column") return [];
      const rowsLater = withinLater(later.typeObject);
      return [...rows].filter((table) => rowsLater.has(table));
    }),
  );
}

/** Whether a column stays where it is: one that is computed otherwise only comes anew. */
const isSameColumn = (earlier: SchemaObject | undefined, { generated, virtual }: Column): boolean =>
  earlier?.kind === "column" && (earlier.generated === generated || generated === null) && earlier.virtual === virtual;
