import type { DatabaseSchema } from "../../../schema/database-schema.ts";
import { tableId } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Table } from "../../../schema/objects.ts";
import { tablesAbove } from "../../../schema/parents.ts";
import type { PlanContext } from "../../change-rule.ts";

/** Whether a new table takes the place of one: how it is divided and whose server has its rows, the catalog keeps for good. */
export const isAnotherTable = (before: Table, after: Table): boolean =>
  before.partitionBy !== after.partitionBy || before.foreignServer !== after.foreignServer;

/** Whether a table is made anew although it is on both sides: with a new one, those that stay below it are new. */
export function isMadeAnew({ schema, name }: Table, { before, after }: Pick<PlanContext, "before" | "after">): boolean {
  const id = tableId(schema, name);
  const [was, is] = [before.objects.get(id), after.objects.get(id)];
  if (was?.kind !== "table" || is?.kind !== "table") return false;
  const were = tablesAbove(was, before);
  return [id, ...[...tablesAbove(is, after)].filter((above) => were.has(above))].some((above) =>
    isAnother(above, before, after),
  );
}

/** Whether a new table takes the place of the one with this id. */
export function isAnother(id: ObjectId, before: DatabaseSchema, after: DatabaseSchema): boolean {
  const [was, is] = [before.objects.get(id), after.objects.get(id)];
  return was?.kind === "table" && is?.kind === "table" && isAnotherTable(was, is);
}

/** Whether what is on a table is on one that is made anew. */
export function isOfNewTable(
  { schema, table }: { readonly schema: string; readonly table: string },
  context: Pick<PlanContext, "before" | "after">,
): boolean {
  const found = context.after.objects.get(tableId(schema, table));
  return found?.kind === "table" && isMadeAnew(found, context);
}
