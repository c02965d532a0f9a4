import { isKind } from "../schema/database-schema.ts";
import { idOf, tableId } from "../schema/identify.ts";
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

/**
 * The triggers that a statement which writes a column's rows must not run without, where the plan makes them anew: they may keep
 * another column equal to it. One that speaks of columns itself may have to wait for the statement.
 */
export const triggersFiredBy = ({ schema, table }: Column, { after }: PlanContext): readonly ObjectId[] =>
  after
    .partsOf(tableId(schema, table))
    .filter((part) => isKind(part, "trigger") && part.dependsOn.every((id) => kindOf(id) !== "column"))
    .map(idOf);
