import { idOf } from "../../../schema/identify.ts";
import { attachedId, kindOf } from "../../../schema/object-id.ts";
import type { Owner, SchemaObject } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { statementName } from "../../statement-name.ts";
import { alterStep, createStep, type Step } from "../../step.ts";
import { heldBy, roleOf } from "./role-of.ts";

/** Hands over what is new, and a sequence that its table's owner had. */
export const createOwner = (owner: Owner, context: PlanContext): readonly Step[] =>
  owner.role === roleAsItComes(owner, context)
    ? []
    : [
        createStep(idOf(owner), handOver(owner, context.after.objects.get(owner.on)), {
          hazards: ["changes_access"],
          needs: referencesOf(owner),
          // An index calls its functions as whoever the table belongs to, and they are not all there for everybody.
          expects: [attachedId("setting", owner.on, "access_method")],
        }),
      ];

/**
 * Who owns it without a word: the plan's own role what is new or made anew; a sequence that its table's owner had, who had
 * it, if that is sure.
 */
function roleAsItComes(owner: Owner, { before, after, runBy }: PlanContext): string | null | undefined {
  const { on } = owner;
  if (before.objects.get(on)?.kind !== "sequence" || before.objects.has(idOf(owner))) return runBy;
  const role = roleOf(on, before);
  const holder = heldBy(on, before);
  // As long as a table holds it, it changes hands with the table.
  return holder === on || (roleOf(holder, after) ?? role) === role ? role : undefined;
}

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
