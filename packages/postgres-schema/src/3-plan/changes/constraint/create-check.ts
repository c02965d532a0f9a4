import { idOf } from "../../../schema/identify.ts";
import type { Check } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import { createStep, type Step } from "../../step.ts";
import { checkDefinition } from "./constraint-definition.ts";

export const createCheck = (check: Check): readonly Step[] => [
  createStep(idOf(check), sql`ALTER TABLE ${qualified(check.schema, check.table)} ADD ${checkDefinition(check)}`, {
    lock: "access_exclusive",
    hazards: check.validated ? ["scans_table", "may_fail_on_data"] : [],
    needs: referencesOf(check),
  }),
];
