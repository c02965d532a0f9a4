import type { DatabaseSchema } from "../../../schema/database-schema.ts";
import { idOf, tableId } from "../../../schema/identify.ts";
import type { IndexedSchema } from "../../../schema/indexed-schema.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Column, Table } from "../../../schema/objects.ts";
import { scanWords } from "../../../sql/scan-words.ts";
import { tablesBelow } from "../../tables-below.ts";

/**
 * The topmost table that divides its rows by a column, of the column's table and those below it; undefined for none.
 * PostgreSQL retypes no column of a partition key: the table is made anew.
 */
export function tableDividedBy({ schema, table, name }: Column, within: DatabaseSchema): Table | undefined {
  const own = within.objects.get(tableId(schema, table));
  if (own?.kind !== "table") return undefined;
  return [own, ...tablesBelow(within, tableId(schema, table))].find(
    ({ partitionBy = "" }) =>
      partitionBy !== "" && scanWords(partitionBy).some(({ kind, text }) => kind !== "string" && text === name),
  );
}

/** Whether a table divides its rows by a column of a type: it is made anew, and all of its columns with it. */
export const isDividedBy = (type: ObjectId, { schema, table }: Column, within: IndexedSchema): boolean =>
  within.partsOf(tableId(schema, table)).some((part) => {
    if (part.kind !== "column" || part.typeObject !== type) return false;
    const divided = tableDividedBy(part, within);
    return divided !== undefined && idOf(divided) === tableId(schema, table);
  });
