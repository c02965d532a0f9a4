import { columnId, type ObjectId, objectsOfKind } from "@build-it/postgres-schema";
import { columnBefore } from "../1-design/column-before.ts";
import type { Design, DesignResult } from "../1-design/design.ts";

export interface RemovedEnumValues {
  readonly column: ObjectId;
  readonly values: readonly string[];
}

/** Values that a column could hold and can no more, and that the model does not say where to move. */
export const removedEnumValues = (previous: Design, designed: DesignResult): readonly RemovedEnumValues[] =>
  goneEnumValues(previous, designed).flatMap(({ column, values }) => {
    const unmapped = values.filter((value) => !designed.valueMaps.get(column)?.has(value));
    return unmapped.length === 0 ? [] : [{ column, values: unmapped }];
  });

/** Values that a column could hold and can no more, moved or not. Of a former name they are those of its column. */
export function goneEnumValues(
  previous: Design,
  { design, schema, renames }: DesignResult,
): readonly RemovedEnumValues[] {
  return objectsOfKind(schema, "column").flatMap((column) => {
    const id = columnId(column.schema, column.table, column.name);
    const now = design.enumValues[id];
    const before = previous.enumValues[columnBefore(id, renames)];
    if (now === undefined || before === undefined) return [];
    const values = before.filter((value) => !now.includes(value));
    return values.length === 0 ? [] : [{ column: id, values }];
  });
}
