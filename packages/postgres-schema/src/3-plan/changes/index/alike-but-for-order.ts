import { type DatabaseSchema, objectsOfKind } from "../../../schema/database-schema.ts";
import { canonicalText } from "../../../schema/fingerprint.ts";
import { idOf, tableId } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Index } from "../../../schema/objects.ts";
import { parentsOf, tablesAbove } from "../../../schema/parents.ts";

/**
 * Indexes that are as another one of their table but for the order of their keys, where a table is to join it as a partition: which
 * of them PostgreSQL takes the partition's for is left to chance.
 */
export function indexesAlikeButForOrder(before: DatabaseSchema, after: DatabaseSchema): readonly ObjectId[] {
  const joined = new Set(
    objectsOfKind(after, "table").flatMap((table) => {
      const was = before.objects.get(idOf(table));
      const joins =
        was?.kind === "table" && table.partitionOf !== undefined && String(parentsOf(was)) !== String(parentsOf(table));
      return joins ? [...tablesAbove(table, after)] : [];
    }),
  );
  if (joined.size === 0) return [];
  const seen = new Map<string, ObjectId>();
  return objectsOfKind(after, "index").flatMap((index) => {
    const table = tableId(index.schema, index.table);
    if (!joined.has(table)) return [];
    const other = seen.get(withoutOrder(index));
    seen.set(withoutOrder(index), idOf(index));
    return other === undefined ? [] : [idOf(index)];
  });
}

const withoutOrder = (index: Index): string =>
  canonicalText({
    ...index,
    name: "",
    dependsOn: [],
    keys: index.keys.map((key) => ({ ...key, descending: false, nullsFirst: false })),
  });
