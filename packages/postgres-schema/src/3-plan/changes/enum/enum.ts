import { idOf } from "../../../schema/identify.ts";
import type { Enum } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { qualified } from "../../../sql/identifier.ts";
import { literal } from "../../../sql/literal.ts";
import { joinSql, type Sql, sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { createStep, dropStep, type Step } from "../../step.ts";
import { withholdUsage } from "../privilege/privilege.ts";

export const enumDefinition = (type: Enum): Sql =>
  sql`CREATE TYPE ${qualified(type.schema, type.name)} AS ENUM (${joinSql(type.values.map(literal), ", ")})`;

export const createEnum = (type: Enum, context: PlanContext): readonly Step[] => [
  createStep(idOf(type), enumDefinition(type), { needs: referencesOf(type) }),
  ...withholdUsage(idOf(type), qualified(type.schema, type.name), context),
];

export const dropEnum = (type: Enum): readonly Step[] => [
  dropStep(idOf(type), sql`DROP TYPE ${qualified(type.schema, type.name)}`, { releases: referencesOf(type) }),
];
