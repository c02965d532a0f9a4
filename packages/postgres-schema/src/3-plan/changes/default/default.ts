import { idOf } from "../../../schema/identify.ts";
import type { Default } from "../../../schema/objects.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { expression } from "../../../sql/expression.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { nothing, type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, freeStep, type Step } from "../../step.ts";
import { passRowsOfDefault } from "../sequence/pass-rows.ts";
import { defaultsBelow, followersUntilNow, isSaidBelow } from "./defaults-below.ts";

const lock = "access_exclusive";

const placeOf = ({ schema, table, column }: Default) => ({ schema, table, name: column });

const alterDefault = (value: Default, action: Sql, context: PlanContext): Sql =>
  sql`ALTER TABLE ${isSaidBelow(placeOf(value), context) ? sql`ONLY ` : nothing}${qualified(value.schema, value.table)} ALTER COLUMN ${ident(value.column)} ${action}`;

const setAction = (value: Default): Sql => sql`SET DEFAULT ${expression(value.expression)}`;

/** Sets a default for rows to come; rows that are there keep what they have. */
export const createDefault = (value: Default, context: PlanContext): readonly Step[] => [
  createStep(idOf(value), alterDefault(value, setAction(value), context), { lock, needs: referencesOf(value) }),
  ...setBelow(value, context),
  ...passRowsOfDefault(value, context),
];

export const dropDefault = (value: Default, context: PlanContext): readonly Step[] => [
  ...below(value, sql`DROP DEFAULT`, context).map((statement) =>
    freeStep(idOf(value), statement, { lock, releases: referencesOf(value) }),
  ),
  ...[...followersUntilNow(placeOf(value), context)].map(([said, { schema, name }]) => ({
    ...freeStep(
      idOf(value),
      sql`ALTER TABLE ONLY ${qualified(schema, name)} ALTER COLUMN ${ident(value.column)} DROP DEFAULT`,
      { lock, releases: referencesOf(value) },
    ),
    drops: [said],
  })),
  dropStep(idOf(value), alterDefault(value, sql`DROP DEFAULT`, context), { lock, releases: referencesOf(value) }),
];

export const changeDefault: AlterRule<"default"> = {
  stepsAside: (dependent) => dependent.kind === "inherited_column",
  steps: ({ id, before, after }, context) => [
    alterStep(id, alterDefault(after, setAction(after), context), {
      lock,
      needs: referencesOf(after),
      releases: referencesLetGo(before, after),
    }),
    ...setBelow(after, context),
    ...passRowsOfDefault(after, context),
  ],
};

const setBelow = (value: Default, context: PlanContext): readonly Step[] =>
  below(value, setAction(value), context).map((statement) => alterStep(idOf(value), statement, { lock }));

/** For the tables that a statement about the column alone leaves out. */
const below = (value: Default, action: Sql, context: PlanContext): readonly Sql[] =>
  isSaidBelow(placeOf(value), context) ? defaultsBelow(placeOf(value), action, context) : [];
