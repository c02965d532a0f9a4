import { idOf, tableId } from "../../../schema/identify.ts";
import { kindOf, type ObjectId } from "../../../schema/object-id.ts";
import type { Column, Routine } from "../../../schema/objects.ts";
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

export const dropFunction = (routine: Routine, { before, after }: PlanContext): readonly Step[] => {
  // A trigger goes with its table, and its function has to wait for that.
  const goesBefore = (id: ObjectId): boolean => {
    const column = before.objects.get(id);
    return looksLater(routine, id) && column?.kind === "column" && !after.objects.has(tableOf(column));
  };
  const releases = referencesOf(routine).filter((id) => !goesBefore(id));
  return [dropStep(idOf(routine), sql`DROP ${routineName(routine)}`, { releases })];
};

const tableOf = ({ schema, table }: Column): ObjectId => tableId(schema, table);

export const changeFunctionDefinition: AlterRule<"function"> = {
  // Both hold what the function gave before, and are computed anew only when they are made anew.
  stepsAside: ({ kind }) => kind === "column" || kind === "index",
  steps: ({ id, before, after }) => [
    alterStep(id, trusted(after.definition), { ...linksOf(after), releases: referencesLetGo(before, after) }),
  ],
};

function linksOf(routine: Routine): Pick<Step, "needs" | "expects"> {
  const references = referencesOf(routine);
  const isLater = (id: ObjectId): boolean => looksLater(routine, id);
  return { needs: references.filter((id) => !isLater(id)), expects: references.filter(isLater) };
}

/** A trigger's function looks at its columns when it runs: they only have to be there. */
const looksLater = ({ signature }: Routine, id: ObjectId): boolean =>
  kindOf(id) === "column" && signature === "() RETURNS trigger";
