import { ident, type ObjectId, objectsOfKind, type Sql, tableId } from "@build-it/postgres-schema";
import { columnBefore } from "../1-design/column-before.ts";
import { ownName } from "../1-design/old-names.ts";
import type { RowQuestion } from "./ask-rows.ts";
import type { GuardedChange } from "./find-breaking-changes.ts";

/** A question about the rows of a table, by its new name; null where there was no such table before. */
export function questionAbout(
  { schema, table }: { readonly schema: string; readonly table: string },
  condition: Sql,
  { designed, previous }: GuardedChange,
): RowQuestion | null {
  const rename = designed.renames.find((one) => one.kind === "table" && one.schema === schema && one.to === table);
  const name = rename?.from ?? table;
  const was = previous?.objects.some(
    (object) => object.kind === "table" && object.schema === schema && object.name === name,
  );
  if (was !== true) return null;
  const primary = objectsOfKind(designed.schema, "primary_key").find(
    (key) => tableId(key.schema, key.table) === tableId(schema, table),
  );
  const key = (primary?.columns ?? []).map(
    (column) =>
      designed.renames.find(
        (one) => one.kind === "column" && one.schema === schema && one.table === table && one.to === column,
      )?.from ?? column,
  );
  return { schema, table: name, key, condition };
}

/** A question about a column's values, under the names of before. */
export function aboutColumn(
  column: ObjectId,
  change: GuardedChange,
  condition: (name: Sql) => Sql,
): RowQuestion | null {
  const object = change.designed.schema.objects.get(column);
  if (object?.kind !== "column") return null;
  return questionAbout(object, condition(ident(ownName(columnBefore(column, change.designed.renames)))), change);
}
