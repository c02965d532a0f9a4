import { idOf } from "../../../schema/identify.ts";
import type { DefinedObject } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { qualified } from "../../../sql/identifier.ts";
import { sql, trusted } from "../../../sql/sql.ts";
import type { KindRules, PlanContext } from "../../change-rule.ts";
import { statementName } from "../../statement-name.ts";
import { createStep, dropStep, type Step } from "../../step.ts";
import { withholdUsage } from "../privilege/privilege.ts";

const createDefined = (object: DefinedObject, context: PlanContext): readonly Step[] => [
  createStep(idOf(object), trusted(object.definition), { needs: referencesOf(object) }),
  ...(object.kind === "range" ? withholdUsage(idOf(object), qualified(object.schema, object.name), context) : []),
];

const dropDefined = (object: DefinedObject): readonly Step[] => [
  dropStep(idOf(object), sql`DROP ${statementName(object)}`, { releases: referencesOf(object) }),
];

/** The rules of all kinds that one statement makes and none changes. */
export const definedRules = {
  create: createDefined,
  drop: dropDefined,
  attributes: { definition: "replace", dependsOn: "ignore" },
} as const satisfies KindRules<DefinedObject["kind"]>;
