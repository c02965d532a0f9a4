import type { AccessCondition, AccessRule } from "@build-it/artifacts";
import type { AccessRuleFile, Comparison } from "@build-it/busm";
import { signedInUser } from "@build-it/busm";
import type { SourceLocation } from "@build-it/stage-contract";

type Conditions = NonNullable<AccessRuleFile["when"]>;

/** A rule with its conditions as a list: one comparison an entry, joined by AND. */
export const configureAccessRule = (rule: AccessRuleFile, source: SourceLocation | undefined): AccessRule => ({
  allow: [...new Set(rule.allow)],
  to: rule.to,
  when: listConditions(rule.when ?? {}),
  check: rule.check && listConditions(rule.check),
  source,
});

const listConditions = (conditions: Conditions): AccessCondition[] =>
  Object.entries(conditions).flatMap(([field, comparison]) => listComparisons(field, comparison));

const listComparisons = (field: string, comparison: Comparison): readonly AccessCondition[] => {
  const { is_null: isNull, in: among, not_in: notAmong, ...compared } = comparison;
  const conditions = Object.entries(compared).map(
    ([operator, value]): AccessCondition =>
      operator === "eq" && value === signedInUser
        ? { field, operator: "is_user" }
        : { field, operator: operator as keyof typeof compared, value },
  );
  if (among) conditions.push({ field, operator: "in", value: among });
  if (notAmong) conditions.push({ field, operator: "not_in", value: notAmong });
  if (isNull !== undefined) conditions.push({ field, operator: isNull ? "is_null" : "is_not_null" });
  return conditions;
};
