import { columnId, idOf, type ObjectId, type References, type SchemaObject } from "@build-it/postgres-schema";

/** Finds the objects that SQL text mentions by name, among those that there are. */
export function findReferenced(
  objects: readonly SchemaObject[],
): (references: Partial<References>) => readonly ObjectId[] {
  const relations = new Map<string, ObjectId>();
  const columns = new Map<string, string[]>();
  const functions = new Map<string, ObjectId[]>();
  const types = new Map<string, ObjectId>();
  const add = <T>(to: Map<string, T[]>, key: string, value: T): void => {
    to.set(key, [...(to.get(key) ?? []), value]);
  };
  for (const object of objects) {
    if (object.kind === "column") add(columns, keyOf(object.schema, object.table), object.name);
    if (object.kind === "table" || object.kind === "view")
      relations.set(keyOf(object.schema, object.name), idOf(object));
    if (object.kind === "enum") types.set(keyOf(object.schema, object.name), idOf(object));
    if (object.kind === "function") add(functions, keyOf(object.schema, object.name), idOf(object));
  }
  return (references) => {
    const { columns: mentioned = [], everyColumn = false } = references;
    const found: ObjectId[] = [];
    for (const { schema, name } of references.relations ?? []) {
      const key = keyOf(schema, name);
      found.push(...only(relations.get(key)));
      if (schema === null) continue;
      // A name of one's own may be any table's column: a dependency too many costs nothing but an order.
      for (const column of columns.get(key) ?? [])
        if (everyColumn || mentioned.includes(column)) found.push(columnId(schema, name, column));
    }
    for (const { schema, name } of references.functions ?? [])
      found.push(...(functions.get(keyOf(schema, name)) ?? []));
    // A table's name is its row type too.
    for (const { schema, name } of references.types ?? [])
      found.push(...only(types.get(keyOf(schema, name)) ?? relations.get(keyOf(schema, name))));
    return found;
  };
}

const keyOf = (schema: string | null, name: string): string => JSON.stringify([schema, name]);
const only = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);
