import { idOf } from "../../../schema/identify.ts";
import type { Routine } from "../../../schema/objects.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { qualified, role } from "../../../sql/identifier.ts";
import { joinSql, type Sql, sql, trusted } from "../../../sql/sql.ts";
import { typeName } from "../../../sql/type-name.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";

/** A function as GRANT, COMMENT and DROP name it. */
export const routineName = (routine: Routine): Sql =>
  sql`${routine.procedure ? sql`PROCEDURE` : sql`FUNCTION`} ${qualified(routine.schema, routine.name)}(${joinSql(routine.arguments.map(typeName), ", ")})`;

/** PostgreSQL lets everyone execute a new function; that right is taken away first, and granted where the schema says so. */
export const createFunction = (routine: Routine, { resetPrivilegesOf }: PlanContext): readonly Step[] => [
  createStep(idOf(routine), trusted(routine.definition), { needs: referencesOf(routine) }),
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
    alterStep(id, trusted(after.definition), { needs: referencesOf(after), releases: referencesLetGo(before, after) }),
  ],
};
