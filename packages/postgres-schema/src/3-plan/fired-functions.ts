import { isKind } from "../schema/database-schema.ts";
import { tableId } from "../schema/identify.ts";
import { kindOf, type ObjectId } from "../schema/object-id.ts";
import type { Column } from "../schema/objects.ts";
import type { PlanContext } from "./change-rule.ts";

/**
 * The functions that a statement runs by writing a column's rows. One that the plan changes has to be changed by then: its
 * body may name a column as it was called before.
 */
export const functionsFiredBy = ({ schema, table }: Column, { after }: PlanContext): readonly ObjectId[] =>
  after
    .partsOf(tableId(schema, table))
    .flatMap((part) => (isKind(part, "trigger") ? part.dependsOn.filter((id) => kindOf(id) === "function") : []));
