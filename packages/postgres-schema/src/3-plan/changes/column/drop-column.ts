import { idOf } from "../../../schema/identify.ts";
import type { Column } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { dropStep, type Step } from "../../step.ts";
import { defaultOf } from "./create-column.ts";

export function dropColumn(column: Column, { before }: PlanContext): readonly Step[] {
  const initial = defaultOf(column, before);
  return [
    dropStep(
      idOf(column),
      sql`ALTER TABLE ${qualified(column.schema, column.table)} DROP COLUMN ${ident(column.name)}`,
      {
        lock: "access_exclusive",
        // What is computed can be computed again.
        hazards: column.generated === null ? ["deletes_data"] : [],
        drops: initial === undefined ? [] : [idOf(initial)],
        releases: [...referencesOf(column), ...(initial?.dependsOn ?? [])],
      },
    ),
  ];
}
