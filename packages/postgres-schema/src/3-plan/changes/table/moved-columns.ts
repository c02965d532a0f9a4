import { type DatabaseSchema, objectsOfKind } from "../../../schema/database-schema.ts";
import { idOf, tableId } from "../../../schema/identify.ts";
import { columnIn, type ObjectId } from "../../../schema/object-id.ts";
import type { Table } from "../../../schema/objects.ts";
import { tablesAbove } from "../../../schema/parents.ts";
import type { Rename } from "../../../schema/rename-objects.ts";
import type { Step } from "../../step.ts";

/** A table whose columns stand in other places than where it is built from nothing. */
export interface MovedColumns {
  readonly table: Table;
  /** Raw names, as they stand in the table that there is. */
  readonly there: readonly string[];
  /** Raw names, as they stand in one that is built from nothing. */
  readonly built: readonly string[];
}

/**
 * Tables whose columns stand otherwise after these steps than in a database that has the schema after from the beginning: PostgreSQL
 * adds columns at the end. `before` is the schema with its new names.
 */
export function movedColumns(
  { before, after }: { readonly before: DatabaseSchema; readonly after: DatabaseSchema },
  steps: readonly Step[],
  renames: readonly Rename[],
): readonly MovedColumns[] {
  const created = new Map(steps.flatMap((step) => step.creates).map((id, place) => [id, place]));
  const [columnsBefore, columnsAfter] = [before, after].map(ownColumns);
  return objectsOfKind(after, "table").flatMap((table) => {
    const id = idOf(table);
    const was = before.objects.get(id);
    if (was?.kind !== "table" || created.has(id)) return [];
    const family = [id, ...tablesAbove(table, after)];
    const addedAt = (name: string): number | undefined =>
      family.map((of) => created.get(columnIn(of, name))).find((place) => place !== undefined);
    const built = table.columnOrder ?? columnsAfter?.get(id) ?? [];
    const kept = new Set(built.filter((name) => addedAt(name) === undefined));
    const order = was.columnOrder?.map((name) => nowCalled(name, family, renames)) ?? columnsBefore?.get(id) ?? [];
    const stay = order.filter((name) => kept.has(name));
    const come = built
      .filter((name) => !stay.includes(name))
      .sort((a, b) => (addedAt(a) ?? Infinity) - (addedAt(b) ?? Infinity));
    const there = [...stay, ...come];
    return there.every((name, place) => name === built[place]) ? [] : [{ table, there, built }];
  });
}

/** By table: the raw names of the columns that it declares, in their places. */
function ownColumns(schema: DatabaseSchema): ReadonlyMap<ObjectId, readonly string[]> {
  const byTable = new Map<ObjectId, string[]>();
  for (const { schema: of, table, name } of objectsOfKind(schema, "column").toSorted((a, b) => a.ordinal - b.ordinal)) {
    const id = tableId(of, table);
    const names = byTable.get(id) ?? [];
    byTable.set(id, names);
    names.push(name);
  }
  return byTable;
}

const nowCalled = (name: string, family: readonly ObjectId[], renames: readonly Rename[]): string =>
  renames.reduce(
    (called, rename) =>
      rename.kind === "column" && rename.from === called && family.includes(tableId(rename.schema, rename.table))
        ? rename.to
        : called,
    name,
  );
