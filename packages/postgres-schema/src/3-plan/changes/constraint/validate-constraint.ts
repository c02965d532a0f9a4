import { idOf } from "../../../schema/identify.ts";
import type { Check, ForeignKey } from "../../../schema/objects.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { alterStep, type Step } from "../../step.ts";

const validate = (constraint: Check | ForeignKey): readonly Step[] => [
  alterStep(
    idOf(constraint),
    sql`ALTER TABLE ${qualified(constraint.schema, constraint.table)} VALIDATE CONSTRAINT ${ident(constraint.name)}`,
    { lock: "share_update_exclusive", hazards: ["scans_table", "may_fail_on_data"] },
  ),
];

// Checking the rows that are there has no way back but a new constraint.

export const validateCheck: AlterRule<"check"> = {
  steps: ({ after }) => validate(after),
  replaceIf: ({ after }) => !after.validated,
};

/** A foreign key that stops being enforced, or is enforced again, is no more or again validated by that. */
export const validateForeignKey: AlterRule<"foreign_key"> = {
  steps: ({ before, after }) => (before.notEnforced === after.notEnforced ? validate(after) : []),
  replaceIf: ({ after }) => !after.validated && after.notEnforced === undefined,
};
