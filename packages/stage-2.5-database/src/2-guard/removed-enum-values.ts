import { columnId, type ObjectId, objectsOfKind, type Rename } from "@build-it/postgres-schema";
import type { Design, DesignResult } from "../1-design/design.ts";

export interface RemovedEnumValues {
  readonly column: ObjectId;
  readonly values: readonly string[];
}

/** Values that a column could hold and can no more, and that the model does not say where to move. */
export function removedEnumValues(
  previous: Design,
  { design, schema, renames, valueMaps }: DesignResult,
): readonly RemovedEnumValues[] {
  return objectsOfKind(schema, "column").flatMap((column) => {
    const id = columnId(column.schema, column.table, column.name);
    const now = design.enumValues[id];
    const before = previous.enumValues[columnBefore(column, renames)];
    if (now === undefined || before === undefined) return [];
    const values = before.filter((value) => !now.includes(value) && !valueMaps.get(id)?.has(value));
    return values.length === 0 ? [] : [{ column: id, values }];
  });
}

/** The column's id before the renames of this iteration. */
function columnBefore(
  column: { readonly schema: string; readonly table: string; readonly name: string },
  renames: readonly Rename[],
): ObjectId {
  const inTable = renames.find(
    (rename) =>
      rename.kind === "column" &&
      rename.schema === column.schema &&
      rename.table === column.table &&
      rename.to === column.name,
  );
  const ofTable = renames.find(
    (rename) => rename.kind === "table" && rename.schema === column.schema && rename.to === column.table,
  );
  return columnId(column.schema, ofTable?.from ?? column.table, inTable?.from ?? column.name);
}
