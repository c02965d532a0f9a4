import { kindOf, type ObjectId, tableId } from "@build-it/postgres-schema";
import { namesIn } from "./old-names.ts";

/** The table of a column. */
export function tableOfColumn(column: ObjectId): ObjectId {
  const [schema = "", table = ""] = namesIn(column);
  return tableId(schema, table);
}

/** Without columns whose table is among the others: who speaks of a table means them too. */
export function withoutParts(ids: readonly ObjectId[]): readonly ObjectId[] {
  const all = new Set(ids);
  return ids.filter((id) => kindOf(id) !== "column" || !all.has(tableOfColumn(id)));
}
