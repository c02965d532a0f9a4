import { idOf } from "../../../schema/identify.ts";
import type { Exclusion } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { expression } from "../../../sql/expression.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { createStep, type Step } from "../../step.ts";
import { partsOfPartitions } from "../partition-part/parts-of-partitions.ts";

export const createExclusion = (exclusion: Exclusion, { after }: PlanContext): readonly Step[] => [
  createStep(
    idOf(exclusion),
    sql`ALTER TABLE ${qualified(exclusion.schema, exclusion.table)} ADD CONSTRAINT ${ident(exclusion.name)} ${expression(exclusion.definition)}`,
    {
      lock: "access_exclusive",
      hazards: ["blocks_writes", "may_fail_on_data"],
      creates: partsOfPartitions(idOf(exclusion), after),
      needs: referencesOf(exclusion),
    },
  ),
];
