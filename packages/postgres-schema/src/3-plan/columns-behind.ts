import { objectsOfKind } from "../schema/database-schema.ts";
import { columnId, idOf } from "../schema/identify.ts";
import type { IndexedSchema } from "../schema/indexed-schema.ts";
import type { ObjectId } from "../schema/object-id.ts";
import type { PlanContext } from "./change-rule.ts";
import { columnsFromParents } from "./changes/table/columns-of-parents.ts";
import type { Step } from "./step.ts";

/** Ties what uses a column that a table has from a parent to the parent's, which is what is made, changed and dropped. */
export function withColumnsBehind(
  changes: readonly (readonly Step[])[],
  { before, after }: Pick<PlanContext, "before" | "after">,
): readonly (readonly Step[])[] {
  const [behindReleased, behindNeeded] = [columnsBehind(before), columnsBehind(after)];
  if (behindReleased.size === 0 && behindNeeded.size === 0) return changes;
  const extended = (ids: readonly ObjectId[], behind: ReadonlyMap<ObjectId, ObjectId>): readonly ObjectId[] => {
    const found = ids.flatMap((id) => behind.get(id) ?? []);
    return found.length === 0 ? ids : [...ids, ...found];
  };
  return changes.map((change) =>
    change.map((step) => ({
      ...step,
      needs: extended(step.needs, behindNeeded),
      releases: extended(step.releases, behindReleased),
    })),
  );
}

/** By the id that a table's column would have: the column of a table above that it is. */
const columnsBehind = (schema: IndexedSchema): ReadonlyMap<ObjectId, ObjectId> =>
  new Map(
    objectsOfKind(schema, "table").flatMap((table) =>
      table.partitionOf === undefined && table.inherits === undefined
        ? []
        : columnsFromParents(table, schema).map(
            (column) => [columnId(table.schema, table.name, column.name), idOf(column)] as const,
          ),
    ),
  );
