import { columnId, type ObjectId, objectId, type Rename } from "@build-it/postgres-schema";

/** The id that a column had before the renames of this iteration. */
export function columnBefore(column: ObjectId, renames: readonly Rename[]): ObjectId {
  const inTable = renames.find(
    (rename) => rename.kind === "column" && columnId(rename.schema, rename.table, rename.to) === column,
  );
  const name = inTable?.kind === "column" ? inTable : undefined;
  for (const table of renames) {
    if (table.kind !== "table") continue;
    if (name !== undefined && name.schema === table.schema && name.table === table.to)
      return columnId(table.schema, table.from, name.from);
    const prefix = objectId("column", table.schema, table.to, "");
    if (name === undefined && column.startsWith(prefix))
      return `${objectId("column", table.schema, table.from, "")}${column.slice(prefix.length)}` as ObjectId;
  }
  return name === undefined ? column : columnId(name.schema, name.table, name.from);
}
