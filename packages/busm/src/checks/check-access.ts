import type { AccessRuleFile, Comparison } from "../language/access-rule-file.ts";
import { signedInUser } from "../language/access-rule-file.ts";
import { ownerOf, rulesOf } from "../language/mixin-fields.ts";
import type { EnumsFile } from "../language/module-file.ts";
import * as accessMessages from "../messages/access.ts";
import * as optionMessages from "../messages/options.ts";
import * as referenceMessages from "../messages/references.ts";
import type { ModelProblem } from "../model-problem.ts";
import { suggestName } from "../names/suggest-name.ts";
import type { Path } from "../yaml/parse-yaml.ts";
import type { EntityView } from "./entity-view.ts";
import { explainUnfitValue } from "./explain-unfit-value.ts";

/** Access rules speak of fields that there are, compare them with what they can be, and know who the owner is. */
export const checkAccess = (view: EntityView, enums: EnumsFile): readonly ModelProblem[] =>
  rulesOf(view.entity).flatMap((rule, index) => [
    ...checkReading(view, rule, ["access", index, "allow"]),
    ...checkOwnerRule(view, rule.to, ["access", index, "to"]),
    ...checkConditions(view, rule.when ?? {}, ["access", index, "when"], enums),
    ...checkConditions(view, rule.check ?? {}, ["access", index, "check"], enums),
  ]);

/** Whom else a rule for somebody speaks of: `anyone` is every user, signed in or not. */
const includedIn: Readonly<Record<AccessRuleFile["to"], readonly AccessRuleFile["to"][]>> = {
  anyone: ["anyone"],
  signed_in: ["signed_in", "anyone"],
  owner: ["owner", "signed_in", "anyone"],
  service: ["service"],
};

/** A database finds the rows to change by reading them, so who may not read changes nothing. */
const checkReading = ({ entity, locate }: EntityView, rule: AccessRuleFile, path: Path): readonly ModelProblem[] => {
  const changes = rule.allow.filter((operation) => operation === "update" || operation === "delete");
  const mayRead = rulesOf(entity).some(({ allow, to }) => allow.includes("read") && includedIn[rule.to].includes(to));
  return changes.length === 0 || mayRead
    ? []
    : [accessMessages.changeWithoutRead(locate(path, "value"), entity.entity, rule.to, changes)];
};

const checkOwnerRule = (
  { entity, locate, mayHaveField }: EntityView,
  to: string,
  path: Path,
): readonly ModelProblem[] => {
  const isKnown = ownerOf(entity) !== undefined || mayHaveField("ownerId");
  return to !== "owner" || isKnown ? [] : [accessMessages.ownerMissing(locate(path, "value"), entity.entity)];
};

const checkConditions = (
  view: EntityView,
  conditions: Readonly<Record<string, Comparison>>,
  path: Path,
  enums: EnumsFile,
): readonly ModelProblem[] =>
  Object.entries(conditions).flatMap(([name, comparison]) => {
    const subject = `${view.entity.entity}.${name}`;
    if (!view.mayHaveField(name)) {
      const suggestion = suggestName(name, view.fields.keys());
      return [
        referenceMessages.unknownField(view.locate([...path, name]), `${view.entity.entity}.access`, name, suggestion),
      ];
    }
    const at = () => view.locate([...path, name], "value");
    const { is_null: isNull, in: among = [], not_in: notAmong = [], ...compared } = comparison;
    const values = [...Object.values(compared), ...among, ...notAmong];
    if (values.length === 0 && isNull === undefined) return [accessMessages.emptyCondition(at(), subject)];
    const field = view.fields.get(name)?.field;
    if (field === undefined) return [];
    return values.flatMap((value) => {
      if (value === signedInUser) {
        const holdsUsers = field.type === "user" || field.type === "uuid";
        if (comparison.eq !== value) return [accessMessages.userComparison(at(), subject)];
        return holdsUsers ? [] : [accessMessages.userUnfit(at(), subject, field.type)];
      }
      const reason = explainUnfitValue(field, value, enums);
      return reason === undefined ? [] : [optionMessages.valueUnfit(at(), subject, "condition", value, reason)];
    });
  });
