import type { DatabaseSchema } from "../../../schema/database-schema.ts";
import { columnId, idOf, tableId } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Column, Sequence } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { dropStep, type Step } from "../../step.ts";
import { tablesBelow } from "../../tables-below.ts";
import { nameLeft } from "../not-null/hand-on-names.ts";
import { columnsBelow, defaultOf } from "./create-column.ts";

export function dropColumn(column: Column, context: PlanContext): readonly Step[] {
  const { before } = context;
  const initial = defaultOf(column, before);
  return [
    dropStep(
      idOf(column),
      sql`ALTER TABLE ${qualified(column.schema, column.table)} DROP COLUMN ${ident(column.name)}`,
      {
        lock: "access_exclusive",
        hazards: losesValues(column, context) ? ["deletes_data"] : [],
        drops: [
          ...(initial === undefined ? [] : [idOf(initial)]),
          ...sequencesDroppedWith(column, context).map(idOf),
          ...nameLeft(column, context),
          ...inheritedBelow(column, before),
        ],
        // A table loses no column that one above has too.
        releases: [...referencesOf(column), ...(initial?.dependsOn ?? []), ...columnsBelow(column, before)],
      },
    ),
  ];
}

/** The column of tables below, which have it from this one alone. */
export const inheritedBelow = ({ schema, table, name }: Column, inSchema: DatabaseSchema): readonly ObjectId[] =>
  tablesBelow(inSchema, tableId(schema, table))
    .map((below) => columnId(below.schema, below.name, name))
    .filter((id) => !inSchema.objects.has(id));

/** What is repeated stays where it is repeated from, and what is computed can be computed again, unless a plain column takes its place. */
function losesValues(column: Column, { after, copies }: PlanContext): boolean {
  if (copies.before.has(idOf(column))) return false;
  const later = after.objects.get(idOf(column));
  return column.generated === null || (later?.kind === "column" && later.generated === null);
}

/** A sequence goes with the column that it belongs to, unless it belongs to another one by then. */
export const sequencesDroppedWith = (column: Column, { before, after }: PlanContext): readonly Sequence[] =>
  before.sequencesOf(idOf(column)).filter((sequence) => {
    const later = after.objects.get(idOf(sequence));
    return later?.kind !== "sequence" || later.ownedBy === sequence.ownedBy;
  });
