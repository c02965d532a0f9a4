import { columnId, type ObjectId, objectsOfKind } from "@build-it/postgres-schema";
import { columnBefore } from "../1-design/column-before.ts";
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
    const before = previous.enumValues[columnBefore(id, renames)];
    if (now === undefined || before === undefined) return [];
    const values = before.filter((value) => !now.includes(value) && !valueMaps.get(id)?.has(value));
    return values.length === 0 ? [] : [{ column: id, values }];
  });
}
