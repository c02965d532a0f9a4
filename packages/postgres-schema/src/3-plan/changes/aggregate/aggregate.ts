import { idOf } from "../../../schema/identify.ts";
import type { Aggregate } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { qualified, role } from "../../../sql/identifier.ts";
import { joinSql, type Sql, sql, trusted } from "../../../sql/sql.ts";
import { typeName } from "../../../sql/type-name.ts";
import type { PlanContext } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";

/** An aggregate as COMMENT and DROP name it. */
export const aggregateName = (aggregate: Aggregate): Sql =>
  sql`AGGREGATE ${qualified(aggregate.schema, aggregate.name)}(${trusted(aggregate.signature)})`;

/** An aggregate as GRANT names it: as a function. */
export const aggregateAsFunction = (aggregate: Aggregate): Sql =>
  sql`FUNCTION ${qualified(aggregate.schema, aggregate.name)}(${joinSql(aggregate.arguments.map(typeName), ", ")})`;

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
