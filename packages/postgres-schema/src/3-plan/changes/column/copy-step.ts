import { idOf } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Column } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { nothing, sql, trusted } from "../../../sql/sql.ts";
import { typeName } from "../../../sql/type-name.ts";
import type { PlanContext } from "../../change-rule.ts";
import { alterStep, type Step } from "../../step.ts";

/**
 * Gives a column the type that it should have and the values of another one. An UPDATE would fire the table's triggers, and
 * every row would look as if somebody had just changed it.
 */
export function copyStep(column: Column, from: ObjectId, { objects }: PlanContext["after"]): Step {
  const source = objects.get(from);
  if (source?.kind !== "column") throw new Error(`${from} is no column of the schema`);
  const collation = column.collation === null ? nothing : sql` COLLATE ${trusted(column.collation)}`;
  return alterStep(
    idOf(column),
    sql`ALTER TABLE ${qualified(column.schema, column.table)} ALTER COLUMN ${ident(column.name)} TYPE ${typeName(column.type)}${collation} USING ${ident(source.name)}`,
    // After all that happens to the other column in the same plan.
    { lock: "access_exclusive", hazards: ["rewrites_table"], needs: [...referencesOf(column), from] },
  );
}
