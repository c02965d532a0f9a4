import { idOf } from "../../../schema/identify.ts";
import type { IndexedSchema } from "../../../schema/indexed-schema.ts";
import type { NotNull } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { createStep, type Step } from "../../step.ts";
import { changeNotNull } from "./change-not-null.ts";
import { nameTakenOver } from "./hand-on-names.ts";
import { type ConstrainedColumn, constrainedColumn, notNullDefinition, notNullOf } from "./not-null-constraint.ts";

/**
 * Says something of the constraint of a column. One that is validated comes with a column that is new, and stays with one
 * that was a parent's.
 */
export function createNotNull(said: NotNull, context: PlanContext): readonly Step[] {
  if (said.validated || columnOf(said, context.before) !== undefined) return sayOtherwise(said, context);
  return [
    createStep(idOf(said), sql`ALTER TABLE ${qualified(said.schema, said.table)} ADD ${notNullDefinition(said)}`, {
      lock: "access_exclusive",
      creates: nameTakenOver({ ...said, name: said.column }, context),
      needs: referencesOf(said),
    }),
  ];
}

/** Leaves the constraint as PostgreSQL would have made it, or takes it away where the column was not required by it. */
export const dropNotNull = (said: NotNull, context: PlanContext): readonly Step[] => sayOtherwise(said, context);

export const changeNotNullName: AlterRule<"not_null"> = {
  steps: ({ after }, context) => sayOtherwise(after, context),
};

export const changeNotNullInheritance: AlterRule<"not_null"> = {
  steps: ({ after }, context) => sayOtherwise(after, context),
};

/** Whether it is validated is whether its column is required, and changes with that. */
export const changeNotNullValidated: AlterRule<"not_null"> = {
  steps: () => [],
  replaceIf: ({ after }) => !after.validated,
};

/** A column that becomes required, or no longer is, changes its constraint itself. */
function sayOtherwise(said: NotNull, context: PlanContext): readonly Step[] {
  const [was, is] = [columnOf(said, context.before), columnOf(said, context.after)];
  if (was === undefined || is === undefined || was.nullable !== is.nullable) return [];
  return changeNotNull(is, context);
}

const columnOf = ({ schema, table, column }: NotNull, inSchema: IndexedSchema): ConstrainedColumn | undefined =>
  constrainedColumn({ schema, table, name: column }, inSchema);

/** Whether the constraint stays when nothing is said of it any more. */
export function isStill(said: NotNull, { before, after }: PlanContext): boolean {
  const [was, is] = [columnOf(said, before), columnOf(said, after)];
  const [from, to] = [was && notNullOf(was), is && notNullOf(is)];
  return from !== undefined && to !== undefined && (to.validated || !from.validated);
}
