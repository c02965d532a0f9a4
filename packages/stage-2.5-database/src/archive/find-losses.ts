import type { RowChanges } from "@build-it/artifacts";
import {
  columnId,
  type DatabaseSchema,
  idOf,
  nameOf,
  type ObjectId,
  objectsOfKind,
  type Rename,
  tableId,
} from "@build-it/postgres-schema";
import { columnsLeftBehind } from "./columns-left-behind.ts";

/** A table by its name. */
export interface TablePlace {
  readonly schema: string;
  readonly table: string;
}

/** Something of the rows that a change of the schema would not leave as it is. */
export type Loss = TablePlace &
  (
    | { readonly kind: "rows" }
    | { readonly kind: "column"; readonly column: string }
    | {
        readonly kind: "values";
        readonly column: string;
        readonly which: RowChanges["rewritten"]["migration"][string];
        /** Where the values are afterwards. */
        readonly becomes: TablePlace & { readonly column: string };
      }
  );

/** A file about to be run, with what is known of the schemas before and after it. */
export interface Passage {
  readonly before: DatabaseSchema;
  readonly after: DatabaseSchema;
  /** In the direction of the passage. */
  readonly renames: readonly Rename[];
  /** The columns before it that repeat another one under a former name. */
  readonly repeats: RowChanges["repeats"];
  readonly rewritten: RowChanges["rewritten"]["migration"];
}

/**
 * What of the rows is gone or different after a passage. What goes on under another name is not gone, a column that repeats
 * another one has nothing of its own, and computed values are computed again.
 */
export function findLosses({ before, after, renames, repeats, rewritten }: Passage): readonly Loss[] {
  const losses: Loss[] = [];
  const gone = new Set<ObjectId>();
  for (const table of objectsOfKind(before, "table")) {
    const { schema, name, partitionOf } = table;
    const later = after.objects.get(tableId(schema, tableAfter(schema, name, renames)));
    if (later?.kind === "table") {
      const nowCalled = (of: string, parent: string) => tableAfter(of, parent, renames);
      const left = columnsLeftBehind({ table, schema: before }, { table: later, schema: after }, nowCalled);
      losses.push(...left.map((column): Loss => ({ kind: "column", schema, table: name, column })));
    }
    if (later !== undefined) continue;
    gone.add(tableId(schema, name));
    // The rows of a partition are rows of its parent, and go with them.
    if (partitionOf === undefined || hasTable(after, partitionOf, renames))
      losses.push({ kind: "rows", schema, table: name });
  }
  for (const column of objectsOfKind(before, "column")) {
    const { schema, table, name } = column;
    const id = idOf(column);
    if (column.generated !== null || id in repeats || gone.has(tableId(schema, table))) continue;
    const becomes = { schema, table: tableAfter(schema, table, renames), column: name };
    const place = { ...becomes, column: columnAfter(becomes, renames) };
    const later = after.objects.get(columnId(schema, place.table, place.column));
    const which = rewritten[id];
    if (later?.kind !== "column" || later.generated !== null)
      losses.push({ kind: "column", schema, table, column: name });
    else if (which !== undefined) losses.push({ kind: "values", schema, table, column: name, which, becomes: place });
  }
  return losses;
}

const hasTable = ({ objects }: DatabaseSchema, { schema, table }: TablePlace, renames: readonly Rename[]): boolean =>
  objects.has(tableId(schema, tableAfter(schema, table, renames)));

/** What a table is called after the renames. */
export const tableAfter = (schema: string, table: string, renames: readonly Rename[]): string =>
  renames.find((rename) => rename.kind === "table" && rename.schema === schema && rename.from === table)?.to ?? table;

/** What a column is called after the renames; its table is said by the name that it has then. */
export const columnAfter = (
  { schema, table, column }: TablePlace & { readonly column: string },
  renames: readonly Rename[],
): string =>
  renames.find(
    (rename) =>
      rename.kind === "column" && rename.schema === schema && rename.table === table && rename.from === column,
  )?.to ?? column;

/** The loss as a person names it: `accounts.phone`, or the table. */
export const subjectOf = ({ schema, table, ...loss }: Loss): string =>
  nameOf("column" in loss ? columnId(schema, table, loss.column) : tableId(schema, table));
