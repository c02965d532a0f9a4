import { idOf, tableId } from "../../../schema/identify.ts";
import type { Check, Table } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { alterStep, createStep, type Step } from "../../step.ts";
import { tablesBelow } from "../../tables-below.ts";
import { checkDefinition } from "./constraint-definition.ts";

export const createCheck = (check: Check, { after }: PlanContext): readonly Step[] => {
  const below = heldBelow(check, after);
  return [
    createStep(idOf(check), sql`ALTER TABLE ${qualified(check.schema, check.table)} ADD ${checkDefinition(check)}`, {
      lock: "access_exclusive",
      hazards: check.validated ? ["scans_table", "may_fail_on_data"] : [],
      needs: referencesOf(check),
      // In a table that is made later it is validated.
      expects: below.filter((table) => isUnvalidatedIn(check, table)).map(idOf),
    }),
    ...below.filter((table) => !isUnvalidatedIn(check, table)).map((table) => validateIn(check, table)),
  ];
};

/** Validates it in tables below, where its own table still has rows that nobody looked at. */
export const validateCheckBelow: AlterRule<"check"> = {
  steps: ({ before, after: check }, { after }) =>
    heldBelow(check, after)
      .filter((table) => isUnvalidatedIn(before, table) && !isUnvalidatedIn(check, table))
      .map((table) => validateIn(check, table)),
  // Where it was validated, and in a new table, where it would be, it is only not validated as a new one. A table that joins
  // brings it as it has it.
  replaceIf: ({ before, after: check }, { before: schema, after }) => {
    const wasBelow = new Set(heldBelow(before, schema).map(idOf));
    return heldBelow(check, after).some((table) => {
      const joins = schema.objects.has(idOf(table)) && !wasBelow.has(idOf(table));
      return isUnvalidatedIn(check, table) && !isUnvalidatedIn(before, table) && !joins;
    });
  },
};

/** The tables that have it from its own, where whether it is validated is to be said of each. */
const heldBelow = (check: Check, schema: PlanContext["after"]): readonly Table[] =>
  check.validated || check.noInherit || check.notEnforced
    ? []
    : tablesBelow(schema, tableId(check.schema, check.table));

export const isUnvalidatedIn = ({ unvalidatedIn = [] }: Check, { schema, name }: Table): boolean =>
  unvalidatedIn.some((other) => other.schema === schema && other.table === name);

const validateIn = (check: Check, table: Table): Step =>
  alterStep(
    idOf(check),
    sql`ALTER TABLE ${qualified(table.schema, table.name)} VALIDATE CONSTRAINT ${ident(check.name)}`,
    { lock: "share_update_exclusive", hazards: ["scans_table", "may_fail_on_data"], needs: [idOf(table)] },
  );
