import { objectsOfKind, type Sql, tableId } from "@build-it/postgres-schema";
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
