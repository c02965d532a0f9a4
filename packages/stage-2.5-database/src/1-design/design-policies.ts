import type { AccessRule, ConfiguredEntity, Operation } from "@build-it/artifacts";
import { type Policy, tableId } from "@build-it/postgres-schema";
import { columnIdOf, type Designed, designed, objectName, placeOf } from "./designed.ts";
import { allOf, anyOf, conditionOfEveryRow, conditionOfRule, type RowCondition } from "./row-conditions.ts";

/** The roles that policies bind. */
export const boundRoles = ["anon", "authenticated"] as const;
export type BoundRole = (typeof boundRoles)[number];

export const commandOf = {
  create: "insert",
  read: "select",
  update: "update",
  delete: "delete",
} as const satisfies Record<Operation, Policy["command"]>;
export const operations: readonly Operation[] = ["create", "read", "update", "delete"];

const rolesOfRule: Readonly<Record<AccessRule["to"], readonly BoundRole[]>> = {
  anyone: ["anon", "authenticated"],
  signed_in: ["authenticated"],
  owner: ["authenticated"],
  // Not bound by policies: it only needs its grants.
  service: [],
};

/** The rules that let a role do something with an entity's rows. */
export const rulesFor = (entity: ConfiguredEntity, role: BoundRole, operation: Operation): readonly AccessRule[] =>
  entity.access.filter(({ allow, to }) => allow.includes(operation) && rolesOfRule[to].includes(role));

/**
 * The access rules as policies: one for each role and command, so that PostgreSQL looks at one condition and not at
 * several. Where there is no rule there is no policy, and row level security refuses.
 */
export const designPolicies = (entity: ConfiguredEntity): readonly Designed<Policy>[] =>
  boundRoles.flatMap((role) =>
    operations.flatMap((operation) => {
      const rules = rulesFor(entity, role, operation);
      return rules.length === 0 ? [] : [policyOf(entity, role, operation, rules)];
    }),
  );

function policyOf(
  entity: ConfiguredEntity,
  role: BoundRole,
  operation: Operation,
  rules: readonly AccessRule[],
): Designed<Policy> {
  const everyRow = conditionOfEveryRow(entity);
  const any = (conditionsOf: (rule: AccessRule) => AccessRule["when"]): RowCondition =>
    allOf([anyOf(rules.map((rule) => conditionOfRule(entity, rule, conditionsOf(rule)))), everyRow]);
  const using = operation === "create" ? null : any(({ when }) => when);
  const check = operation === "create" || operation === "update" ? any(({ when, check = when }) => check) : null;
  const columns = new Set([...(using?.columns ?? []), ...(check?.columns ?? [])]);
  const command = commandOf[operation];
  return designed(
    {
      kind: "policy",
      ...placeOf(entity),
      name: objectName(role, command),
      permissive: true,
      command,
      roles: [role],
      using: using?.sql.text ?? null,
      check: check?.sql.text ?? null,
      dependsOn: [tableId(entity.schema, entity.table), ...[...columns].map((column) => columnIdOf(entity, column))],
    },
    { entity, source: rules[0]?.source },
  );
}
