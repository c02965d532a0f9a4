import { idOf } from "../../../schema/identify.ts";
import type { Aggregate } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { role } from "../../../sql/identifier.ts";
import { joinSql, sql, trusted } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { aggregateAsFunction, aggregateName } from "../../statement-name.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";

/** As with functions, everyone's right to execute is taken first, and granted where the schema says so. */
export const createAggregate = (aggregate: Aggregate, { resetPrivilegesOf }: PlanContext): readonly Step[] => [
  createStep(
    idOf(aggregate),
    sql`CREATE ${aggregateName(aggregate)} (\n  ${joinSql(aggregate.options.map(trusted), ",\n  ")}\n)`,
    { needs: referencesOf(aggregate) },
  ),
  alterStep(
    idOf(aggregate),
    sql`REVOKE ALL ON ${aggregateAsFunction(aggregate)} FROM ${joinSql(["public", ...resetPrivilegesOf].map(role), ", ")}`,
    {},
  ),
];

export const dropAggregate = (aggregate: Aggregate): readonly Step[] => [
  dropStep(idOf(aggregate), sql`DROP ${aggregateName(aggregate)}`, { releases: referencesOf(aggregate) }),
];
