import { idOf } from "../../../schema/identify.ts";
import { kindOf } from "../../../schema/object-id.ts";
import type { Owner, SchemaObject } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { statementName } from "../../statement-name.ts";
import { alterStep, createStep, type Step } from "../../step.ts";

/** Hands over what is new; what the plan's own role makes is its own already. */
export const createOwner = (owner: Owner, { after, runBy }: PlanContext): readonly Step[] =>
  owner.role === runBy
    ? []
    : [
        createStep(idOf(owner), handOver(owner, after.objects.get(owner.on)), {
          hazards: ["changes_access"],
          needs: referencesOf(owner),
        }),
      ];

/** Everything has an owner: one only goes with what it owns. */
export const dropOwner = (): readonly Step[] => [];

export const changeOwner: AlterRule<"owner"> = {
  steps: ({ id, after }, context) => [
    alterStep(id, handOver(after, context.after.objects.get(after.on)), {
      ...(relationKinds.has(kindOf(after.on)) ? { lock: "access_exclusive" as const } : {}),
      hazards: ["changes_access"],
      needs: referencesOf(after),
    }),
  ],
};

const relationKinds: ReadonlySet<string> = new Set(["table", "view", "materialized_view"]);

const handOver = ({ role }: Owner, on: SchemaObject | undefined): Sql =>
  sql`ALTER ${statementName(on)} OWNER TO ${ident(role)}`;
