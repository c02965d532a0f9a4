import { columnId, idOf, tableId } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Column, Default } from "../../../schema/objects.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { integerText, literal } from "../../../sql/literal.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { alterStep, type Step } from "../../step.ts";
import { hasForeignRows } from "../../tables-below.ts";
import { countsDown, type Numbers } from "./move-forward.ts";

/**
 * A sequence that starts, or starts again, behind a column that has rows: from where it starts, it is to give no number that one
 * of them has.
 */
export function passRows(id: ObjectId, column: Column, { sequence, ...numbers }: Numbers & { sequence: Sql }): Step {
  const place = idOf(column);
  const stands = sql`(SELECT last_value FROM ${sequence})`;
  const [last, low, high] = countsDown(numbers)
    ? [sql`min`, integerText(numbers.minimum), stands]
    : [sql`max`, stands, integerText(numbers.maximum)];
  return alterStep(
    id,
    sql`SELECT setval(${literal(sequence.text)}, ${last}(${ident(column.name)})) FROM ${qualified(column.schema, column.table)} WHERE ${ident(column.name)} BETWEEN ${low} AND ${high}`,
    { lock: "access_share", hazards: ["scans_table"], needs: place === id ? [] : [place] },
  );
}

/** New sequences that a default calls, where its column had rows before. */
export function passRowsOfDefault(
  { schema, table, column: name, dependsOn }: Default,
  context: PlanContext,
): readonly Step[] {
  const column = columnWithRows(columnId(schema, table, name), context);
  if (column === undefined) return [];
  return dependsOn.flatMap((id) => {
    const sequence = context.after.objects.get(id);
    const isNew = !context.before.objects.has(id) || context.replaced.has(id);
    if (sequence?.kind !== "sequence" || !isNew) return [];
    return [passRows(id, column, { ...sequence, sequence: qualified(sequence.schema, sequence.name) })];
  });
}

/** A column of whole numbers that was there before, whose rows are here. */
export function columnWithRows(id: ObjectId, { before, after, replaced }: PlanContext): Column | undefined {
  const [was, is] = [before.objects.get(id), after.objects.get(id)];
  if (was?.kind !== "column" || is?.kind !== "column") return undefined;
  const table = tableId(is.schema, is.table);
  const isNew = replaced.has(id) || replaced.has(table);
  return isNew || !wholeNumbers.has(is.type) || hasForeignRows(after, table) ? undefined : is;
}

const wholeNumbers: ReadonlySet<string> = new Set(["smallint", "integer", "bigint"]);
