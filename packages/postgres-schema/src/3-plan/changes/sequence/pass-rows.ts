import type { ObjectId } from "../../../schema/object-id.ts";
import type { Column } from "../../../schema/objects.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { integerText, literal } from "../../../sql/literal.ts";
import { sql } from "../../../sql/sql.ts";
import { alterStep, type Step } from "../../step.ts";
import { countsDown, type Numbers } from "./move-forward.ts";

/** A sequence that starts again may have been there before: it is to give no number that a row of its column has. */
export function passRows(
  id: ObjectId,
  column: Column,
  { name, ...numbers }: Numbers & { readonly name: string },
): Step {
  const sequence = literal(qualified(column.schema, name).text);
  const last = sql`${countsDown(numbers) ? sql`min` : sql`max`}(${ident(column.name)})`;
  return alterStep(
    id,
    sql`SELECT setval(${sequence}, ${last}) FROM ${qualified(column.schema, column.table)} WHERE ${ident(column.name)} BETWEEN ${integerText(numbers.minimum)} AND ${integerText(numbers.maximum)} HAVING count(*) > 0`,
    { lock: "access_share", hazards: ["scans_table"] },
  );
}
