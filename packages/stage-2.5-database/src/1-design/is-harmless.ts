import {
  type Column,
  type DatabaseSchema,
  idOf,
  type ObjectId,
  objectId,
  type SchemaObject,
} from "@build-it/postgres-schema";
import type { EarlierDesign } from "./earlier-design.ts";

/** Triggers that only fill a column in. */
const fillingTriggers = new Set(["set_change_time", "set_change_user"]);

/**
 * Whether something that works on retained columns lets every row in that leaves them out. `columns` are the retained ones
 * among its columns.
 */
export function isHarmless(object: SchemaObject, columns: readonly ObjectId[], before: EarlierDesign): boolean {
  switch (object.kind) {
    case "default":
    case "foreign_key":
      return true;
    case "unique":
    case "index":
      return (
        (object.kind === "index" && !object.unique) || (!object.nullsNotDistinct && leavesNull(columns, before.schema))
      );
    case "check":
      // A field's own rule takes a null. What the author wrote need not: `num_nonnulls(a, b) = 1`.
      return before.origins.get(idOf(object))?.field !== undefined;
    case "trigger":
      return fillingTriggers.has(object.name);
    default:
      // A primary key takes no nulls, and a policy over a field that is gone is no rule of the model any more.
      return false;
  }
}

/** Nulls are never equal, so one of them makes a row unlike all others. */
const leavesNull = (columns: readonly ObjectId[], { objects }: DatabaseSchema): boolean =>
  columns.some((id) => {
    const column = objects.get(id);
    return column?.kind === "column" && !fillsItself(column, objects);
  });

/** Whether a column gets a value where a row brings none. */
export const fillsItself = (column: Column, objects: DatabaseSchema["objects"]): boolean =>
  column.generated !== null ||
  column.identity !== null ||
  objects.has(objectId("default", column.schema, column.table, column.name));
