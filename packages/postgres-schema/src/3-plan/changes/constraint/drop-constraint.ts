import { idOf, tableId } from "../../../schema/identify.ts";
import { type ObjectId, objectId } from "../../../schema/object-id.ts";
import type { Check, Exclusion, ForeignKey, PrimaryKey, Unique } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { dropStep, type Step } from "../../step.ts";
import { tablesBelow } from "../../tables-below.ts";
import { partsOfPartitions } from "../partition-part/parts-of-partitions.ts";
import { keysBehind } from "./create-foreign-key.ts";

export const dropConstraint = (
  constraint: PrimaryKey | Unique | Check | ForeignKey | Exclusion,
  { before }: PlanContext,
): readonly Step[] => [
  dropStep(
    idOf(constraint),
    sql`ALTER TABLE ${qualified(constraint.schema, constraint.table)} DROP CONSTRAINT ${ident(constraint.name)}`,
    {
      // Dropping a foreign key takes the strongest lock on both of its tables.
      lock: "access_exclusive",
      hazards: constraint.kind === "foreign_key" ? ["locks_other_table"] : [],
      drops: partsOfPartitions(idOf(constraint), before),
      releases: [
        ...referencesOf(constraint),
        ...(constraint.kind === "foreign_key"
          ? [...keysBehind(constraint, before), ...rowsBehind(constraint, before)]
          : []),
        ...(constraint.kind === "check" ? checksBelow(constraint, before) : []),
      ],
    },
  ),
];

/** The partitions whose rows a foreign key refers to: none of them goes while it is there. */
const rowsBehind = (
  { references: { schema, table } }: ForeignKey,
  before: PlanContext["before"],
): readonly ObjectId[] =>
  tablesBelow(before, tableId(schema, table)).flatMap((below) =>
    below.partitionOf === undefined ? [] : [idOf(below)],
  );

/** The checks of its name that tables below have by themselves too: none of them loses one that a table above has. */
const checksBelow = ({ schema, table, name }: Check, before: PlanContext["before"]): readonly ObjectId[] =>
  tablesBelow(before, tableId(schema, table)).map((below) => objectId("check", below.schema, below.name, name));
