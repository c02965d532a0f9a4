import { idOf } from "../../../schema/identify.ts";
import type { Policy } from "../../../schema/objects.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { expression } from "../../../sql/expression.ts";
import { ident, qualified, role } from "../../../sql/identifier.ts";
import { joinSql, nothing, type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule, AttributeChange } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";

const commands: Readonly<Record<Policy["command"], Sql>> = {
  all: sql`ALL`,
  select: sql`SELECT`,
  insert: sql`INSERT`,
  update: sql`UPDATE`,
  delete: sql`DELETE`,
};

const conditions = (policy: Policy): Sql =>
  sql`${policy.using === null ? nothing : sql` USING (${expression(policy.using)})`}${policy.check === null ? nothing : sql` WITH CHECK (${expression(policy.check)})`}`;

const rolesOf = (policy: Policy): Sql => joinSql(policy.roles.map(role), ", ");

const nameOn = (policy: Policy): Sql => sql`${ident(policy.name)} ON ${qualified(policy.schema, policy.table)}`;

export const createPolicy = (policy: Policy): readonly Step[] => [
  createStep(
    idOf(policy),
    sql`CREATE POLICY ${nameOn(policy)}${policy.permissive ? nothing : sql` AS RESTRICTIVE`} FOR ${commands[policy.command]} TO ${rolesOf(policy)}${conditions(policy)}`,
    { lock: "access_exclusive", hazards: ["changes_access"], needs: referencesOf(policy) },
  ),
];

export const dropPolicy = (policy: Policy): readonly Step[] => [
  dropStep(idOf(policy), sql`DROP POLICY ${nameOn(policy)}`, {
    lock: "access_exclusive",
    hazards: ["changes_access"],
    releases: referencesOf(policy),
  }),
];

const alterPolicy = ({ id, before, after }: AttributeChange<"policy">, change: Sql): readonly Step[] => [
  alterStep(id, sql`ALTER POLICY ${nameOn(after)}${change}`, {
    lock: "access_exclusive",
    hazards: ["changes_access"],
    needs: referencesOf(after),
    releases: referencesLetGo(before, after),
  }),
];

export const changePolicyRoles: AlterRule<"policy"> = {
  steps: (change) => alterPolicy(change, sql` TO ${rolesOf(change.after)}`),
};

export const changePolicyExpressions: AlterRule<"policy"> = {
  steps: (change) => alterPolicy(change, conditions(change.after)),
  // ALTER POLICY can change a condition but not take one away.
  replaceIf: ({ before, after }) =>
    (before.using !== null && after.using === null) || (before.check !== null && after.check === null),
};
