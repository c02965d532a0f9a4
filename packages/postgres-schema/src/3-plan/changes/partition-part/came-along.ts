import { isKind } from "../../../schema/database-schema.ts";
import { tableId } from "../../../schema/identify.ts";
import type { PartitionPart } from "../../../schema/objects.ts";
import { tablesAbove } from "../../../schema/parents.ts";
import type { PlanContext } from "../../change-rule.ts";
import { nameless } from "../../inherited-parts.ts";

/** Whether the table had it when it became a partition: then it keeps the name. */
export function cameAlong({ schema, table, of, name }: PartitionPart, { before, after }: PlanContext): boolean {
  const [id, above] = [tableId(schema, table), after.objects.get(of)];
  const was = before.objects.get(id);
  if (above === undefined || !("table" in above) || was === undefined || !isKind(was, "table")) return false;
  if (tablesAbove(was, before).has(tableId(above.schema, above.table))) return false;
  return before.partsOf(id).some((own) => "name" in own && own.name === name && nameless(own) === nameless(above));
}
