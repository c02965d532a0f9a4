import { idOf } from "../../../schema/identify.ts";
import type { Rule } from "../../../schema/objects.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { expression } from "../../../sql/expression.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";

const states: Readonly<Record<Rule["enabled"], Sql>> = {
  origin: sql`ENABLE RULE`,
  disabled: sql`DISABLE RULE`,
  replica: sql`ENABLE REPLICA RULE`,
  always: sql`ENABLE ALWAYS RULE`,
};

const lock = "access_exclusive";

const setState = (rule: Rule): Step =>
  alterStep(
    idOf(rule),
    sql`ALTER TABLE ${qualified(rule.schema, rule.table)} ${states[rule.enabled]} ${ident(rule.name)}`,
    { lock },
  );

export const createRule = (rule: Rule): readonly Step[] => [
  createStep(idOf(rule), expression(rule.definition), { lock, needs: referencesOf(rule) }),
  ...(rule.enabled === "origin" ? [] : [setState(rule)]),
];

export const dropRule = (rule: Rule): readonly Step[] => [
  dropStep(idOf(rule), sql`DROP RULE ${ident(rule.name)} ON ${qualified(rule.schema, rule.table)}`, {
    lock,
    releases: referencesOf(rule),
  }),
];

export const changeRuleDefinition: AlterRule<"rule"> = {
  steps: ({ id, before, after }) => [
    alterStep(id, expression(after.definition), {
      lock,
      needs: referencesOf(after),
      releases: referencesLetGo(before, after),
    }),
  ],
};

export const changeRuleEnabled: AlterRule<"rule"> = { steps: ({ after }) => [setState(after)] };
