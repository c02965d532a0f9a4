import { idOf } from "../../../schema/identify.ts";
import { kindOf, type ObjectId } from "../../../schema/object-id.ts";
import type { Routine } from "../../../schema/objects.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { role } from "../../../sql/identifier.ts";
import { joinSql, sql, trusted } from "../../../sql/sql.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { routineName } from "../../statement-name.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";

/** PostgreSQL lets everyone execute a new function; that right is taken away first, and granted where the schema says so. */
export const createFunction = (routine: Routine, { resetPrivilegesOf }: PlanContext): readonly Step[] => [
  createStep(idOf(routine), trusted(routine.definition), linksOf(routine)),
  alterStep(
    idOf(routine),
    sql`REVOKE ALL ON ${routineName(routine)} FROM ${joinSql(["public", ...resetPrivilegesOf].map(role), ", ")}`,
    {},
  ),
];

export const dropFunction = (routine: Routine): readonly Step[] => [
  dropStep(idOf(routine), sql`DROP ${routineName(routine)}`, { releases: referencesOf(routine) }),
];

export const changeFunctionDefinition: AlterRule<"function"> = {
  // Both hold what the function gave before, and are computed anew only when they are made anew.
  stepsAside: ({ kind }) => kind === "column" || kind === "index",
  steps: ({ id, before, after }) => [
    alterStep(id, trusted(after.definition), { ...linksOf(after), releases: referencesLetGo(before, after) }),
  ],
};

/** A trigger's function looks at its columns when it runs: they only have to be there. */
function linksOf(routine: Routine): Pick<Step, "needs" | "expects"> {
  const references = referencesOf(routine);
  const looksLater = (id: ObjectId): boolean => kindOf(id) === "column" && routine.signature === "() RETURNS trigger";
  return { needs: references.filter((id) => !looksLater(id)), expects: references.filter(looksLater) };
}
