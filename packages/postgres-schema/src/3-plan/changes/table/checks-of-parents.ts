import { type DatabaseSchema, objectsOfKind } from "../../../schema/database-schema.ts";
import { idOf, tableId } from "../../../schema/identify.ts";
import { indexSchema } from "../../../schema/indexed-schema.ts";
import { type ObjectId, objectId } from "../../../schema/object-id.ts";
import { parentsOf, tablesAbove } from "../../../schema/parents.ts";

/**
 * Checks that a table is to have from a parent alone which it only joins: INHERIT wants to see them on the table before, and
 * then they are its own. One that the parent gets afterwards comes down.
 */
export function checksOfParentsAlone(before: DatabaseSchema, after: DatabaseSchema): readonly ObjectId[] {
  const joining = objectsOfKind(after, "table").flatMap((table) => {
    const earlier = before.objects.get(idOf(table));
    if (table.inherits === undefined || earlier?.kind !== "table") return [];
    const kept = new Set(parentsOf(earlier));
    const inherits = table.inherits.filter((parent) => !kept.has(tableId(parent.schema, parent.table)));
    return inherits.length === 0 ? [] : [{ earlier, table: { ...table, inherits } }];
  });
  if (joining.length === 0) return [];
  const indexed = indexSchema(after);
  return joining.flatMap(({ earlier, table }) =>
    [...tablesAbove(table, after)]
      .flatMap((above) => indexed.partsOf(above))
      .flatMap((check) => {
        if (check.kind !== "check" || check.noInherit === true) return [];
        const was = before.objects.get(idOf(check));
        const isThere = was?.kind === "check" && was.expression === check.expression;
        const own = objectId("check", table.schema, table.name, check.name);
        const has = after.objects.has(own) || earlier.fromParents?.some(({ name }) => name === check.name) === true;
        return isThere && !has ? [own] : [];
      }),
  );
}
