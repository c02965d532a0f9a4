import type { ObjectKind, SchemaObject } from "../schema/objects.ts";
import type { AttributeRule, KindRules, PlanContext } from "./change-rule.ts";
import { changeTable } from "./change-table.ts";
import type { Step } from "./step.ts";

// The table pairs each kind with rules for that kind; TypeScript cannot follow the pairing through a look-up.
const rulesOf = (kind: ObjectKind): KindRules<ObjectKind> => changeTable[kind] as unknown as KindRules<ObjectKind>;

export const createSteps = (object: SchemaObject, context: PlanContext): readonly Step[] =>
  rulesOf(object.kind).create(object, context);

export const dropSteps = (object: SchemaObject, context: PlanContext): readonly Step[] =>
  rulesOf(object.kind).drop(object, context);

/** The rule for an attribute of a kind. */
export function ruleOf(kind: ObjectKind, attribute: string): AttributeRule<ObjectKind> {
  const rule = (rulesOf(kind).attributes as Readonly<Record<string, AttributeRule<ObjectKind> | undefined>>)[attribute];
  if (rule === undefined) throw new Error(`the change table has no rule for ${kind}.${attribute}`);
  return rule;
}
