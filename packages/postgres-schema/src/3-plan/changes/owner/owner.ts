import { idOf } from "../../../schema/identify.ts";
import type { Owner, SchemaObject } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { alterStep, createStep, type Step } from "../../step.ts";
import { aggregateName } from "../aggregate/aggregate.ts";
import { routineName } from "../function/function.ts";

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
      hazards: ["changes_access"],
      needs: referencesOf(after),
    }),
  ],
};

const handOver = ({ role }: Owner, on: SchemaObject | undefined): Sql =>
  sql`ALTER ${ownable(on)} OWNER TO ${ident(role)}`;

/** The object as ALTER … OWNER names it. */
function ownable(on: SchemaObject | undefined): Sql {
  switch (on?.kind) {
    case "schema":
      return sql`SCHEMA ${ident(on.name)}`;
    case "enum":
    case "composite":
      return sql`TYPE ${qualified(on.schema, on.name)}`;
    case "domain":
      return sql`DOMAIN ${qualified(on.schema, on.name)}`;
    case "sequence":
      return sql`SEQUENCE ${qualified(on.schema, on.name)}`;
    case "table":
      return sql`TABLE ${qualified(on.schema, on.name)}`;
    case "view":
      return sql`VIEW ${qualified(on.schema, on.name)}`;
    case "materialized_view":
      return sql`MATERIALIZED VIEW ${qualified(on.schema, on.name)}`;
    case "statistics":
      return sql`STATISTICS ${qualified(on.schema, on.name)}`;
    case "function":
      return routineName(on);
    case "aggregate":
      return aggregateName(on);
    default:
      throw new Error(`${on === undefined ? "an object that is not in the schema" : idOf(on)} has no owner`);
  }
}
