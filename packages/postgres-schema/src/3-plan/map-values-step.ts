import type { ObjectId } from "../schema/object-id.ts";
import { ident, qualified } from "../sql/identifier.ts";
import { literal } from "../sql/literal.ts";
import { joinSql, sql } from "../sql/sql.ts";
import type { PlanContext } from "./change-rule.ts";
import { functionsFiredBy, triggersFiredBy } from "./fired-functions.ts";
import { alterStep, type Step } from "./step.ts";

/** Moves rows from values that go to values that stay, after the old check is gone and before the new one comes. */
export function mapValuesStep(
  column: ObjectId,
  map: ReadonlyMap<string, string>,
  context: PlanContext,
): readonly Step[] {
  const object = context.after.objects.get(column);
  if (object?.kind !== "column") throw new Error(`${column} is no column of the schema`);
  const name = ident(object.name);
  const cases = joinSql(
    [...map].map(([from, to]) => sql`WHEN ${literal(from)} THEN ${literal(to)}`),
    " ",
  );
  const values = joinSql([...map.keys()].map(literal), ", ");
  return [
    alterStep(
      column,
      sql`UPDATE ${qualified(object.schema, object.table)} SET ${name} = CASE ${name} ${cases} END WHERE ${name} IN (${values})`,
      {
        lock: "row_exclusive",
        hazards: ["scans_table"],
        needs: functionsFiredBy(object, context),
        expects: triggersFiredBy(object, context),
      },
    ),
  ];
}
