import { idOf } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Table } from "../../../schema/objects.ts";
import { tablesAbove } from "../../../schema/parents.ts";
import type { PlanContext } from "../../change-rule.ts";

/** Whether a new table takes the place of one: how it is divided and whose server has its rows, the catalog keeps for good. */
export const isAnotherTable = (before: Table, after: Table): boolean =>
  before.partitionBy !== after.partitionBy || before.foreignServer !== after.foreignServer;

/** Whether a table is made anew although it is on both sides: with a new one, those below are new. */
export const isMadeAnew = (table: Table, { before, after }: Pick<PlanContext, "before" | "after">): boolean =>
  [idOf(table), ...tablesAbove(table, after)].some((id: ObjectId) => {
    const [was, is] = [before.objects.get(id), after.objects.get(id)];
    return was?.kind === "table" && is?.kind === "table" && isAnotherTable(was, is);
  });
