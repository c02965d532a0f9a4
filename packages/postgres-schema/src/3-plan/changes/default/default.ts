import { idOf } from "../../../schema/identify.ts";
import type { Default } from "../../../schema/objects.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { expression } from "../../../sql/expression.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";

const alterDefault = (value: Default, action: Sql): Sql =>
  sql`ALTER TABLE ${qualified(value.schema, value.table)} ALTER COLUMN ${ident(value.column)} ${action}`;

const setDefault = (value: Default): Sql => alterDefault(value, sql`SET DEFAULT ${expression(value.expression)}`);

/** Sets a default for rows to come; rows that are there keep what they have. */
export const createDefault = (value: Default): readonly Step[] => [
  createStep(idOf(value), setDefault(value), { lock: "access_exclusive", needs: referencesOf(value) }),
];

export const dropDefault = (value: Default): readonly Step[] => [
  dropStep(idOf(value), alterDefault(value, sql`DROP DEFAULT`), {
    lock: "access_exclusive",
    releases: referencesOf(value),
  }),
];

/** A change goes down to the children, also to those that have a default of their own. */
export const changeDefault: AlterRule<"default"> = {
  stepsAside: (dependent) => dependent.kind === "inherited_column",
  steps: ({ id, before, after }) => [
    alterStep(id, setDefault(after), {
      lock: "access_exclusive",
      needs: referencesOf(after),
      releases: referencesLetGo(before, after),
    }),
  ],
};
