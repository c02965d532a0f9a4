import { type DatabaseSchema, objectsOfKind } from "../../../schema/database-schema.ts";
import { idOf, tableId } from "../../../schema/identify.ts";
import { kindOf, type ObjectId } from "../../../schema/object-id.ts";
import type { Column } from "../../../schema/objects.ts";
import { tablesAbove } from "../../../schema/parents.ts";
import { referencesOf } from "../../../schema/references.ts";
import { tablesBelow } from "../../tables-below.ts";

type FindRows = (type: ObjectId | null) => ReadonlySet<ObjectId>;

const none: ReadonlySet<ObjectId> = new Set();

/** Finds the tables whose rows are within the values of a type: a table's own, or what a type or a table is made of. */
export function rowsWithinTypes(schema: DatabaseSchema): FindRows {
  const found = new Map<ObjectId, ReadonlySet<ObjectId>>();
  const columns = columnsByTable(schema);
  const partsOf = (id: ObjectId): readonly ObjectId[] => {
    const type = schema.objects.get(id);
    if (type?.kind === "table") return [id, ...tablesAbove(type, schema)].flatMap((table) => columns.get(table) ?? []);
    return type !== undefined && isMadeOfOthers(type.kind) ? referencesOf(type) : [];
  };
  const find: FindRows = (id) => {
    if (id === null || !(kindOf(id) === "table" || isMadeOfOthers(kindOf(id)))) return none;
    const known = found.get(id);
    if (known !== undefined) return known;
    found.set(id, none);
    const rows = new Set([...(kindOf(id) === "table" ? [id] : []), ...partsOf(id).flatMap((part) => [...find(part)])]);
    found.set(id, rows);
    return rows;
  };
  return find;
}

const isMadeOfOthers = (kind: string): boolean => kind === "composite" || kind === "domain" || kind === "range";

/** The types of the columns that each table declares, those that are no type of PostgreSQL's own. */
function columnsByTable(schema: DatabaseSchema): ReadonlyMap<ObjectId, readonly ObjectId[]> {
  const byTable = new Map<ObjectId, ObjectId[]>();
  for (const { schema: of, table, typeObject } of objectsOfKind(schema, "column")) {
    if (typeObject === null) continue;
    const id = tableId(of, table);
    byTable.set(id, [...(byTable.get(id) ?? []), typeObject]);
  }
  return byTable;
}

/** A column's table and those below it, which have it too. */
export const tablesWith = ({ schema, table }: Column, within: DatabaseSchema): readonly ObjectId[] => {
  const own = tableId(schema, table);
  return [own, ...tablesBelow(within, own).map(idOf)];
};
