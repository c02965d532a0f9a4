import { idOf } from "../schema/identify.ts";
import { columnIn, type ObjectId } from "../schema/object-id.ts";
import type { SchemaObject, Table } from "../schema/objects.ts";
import { parentsOf } from "../schema/parents.ts";

/**
 * The objects, where what uses a column that a table has from its parents uses the column of the one that declares it, too:
 * that is the one which changes. PostgreSQL only records the column of the table itself.
 */
export function withDeclaredColumns(objects: readonly SchemaObject[]): readonly SchemaObject[] {
  const children = objects.filter((object): object is Table => object.kind === "table" && parentsOf(object).length > 0);
  if (children.length === 0) return objects;
  const tables = new Map(objects.flatMap((object) => (object.kind === "table" ? [[idOf(object), object]] : [])));
  const columns = new Set(objects.flatMap((object) => (object.kind === "column" ? [idOf(object)] : [])));
  const below = new Map(children.map((child) => [columnIn(idOf(child), ""), child]));
  const declared = (id: ObjectId): readonly ObjectId[] => {
    const end = id.lastIndexOf(".") + 1;
    const child = columns.has(id) ? undefined : below.get(id.slice(0, end) as ObjectId);
    return child === undefined ? [] : parentsOf(child).flatMap((parent) => within(parent, id.slice(end)));
  };
  const within = (table: ObjectId, name: string): readonly ObjectId[] => {
    const id = `${columnIn(table, "")}${name}` as ObjectId;
    return columns.has(id) ? [id] : tables.has(table) ? declared(id) : [];
  };
  return objects.map((object) => {
    if (!("dependsOn" in object)) return object;
    const found = object.dependsOn.flatMap(declared);
    return found.length === 0 ? object : { ...object, dependsOn: [...new Set([...object.dependsOn, ...found])].sort() };
  });
}
