import { idOf, tableId } from "../../../schema/identify.ts";
import type { PrimaryKey, Unique } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { createStep, type Step } from "../../step.ts";
import { indexesFromAbove, partsOfPartitions } from "../partition-part/parts-of-partitions.ts";
import { keyDefinition, timing } from "./constraint-definition.ts";
import { indexOf } from "./constraint-of-index.ts";

/** Adds a primary key or a unique constraint; its index is built while nobody may write, unless it is there. */
export const createKey = (key: PrimaryKey | Unique, context: PlanContext): readonly Step[] => [
  key.kind === "unique" && indexOf(key, context) !== undefined ? takeIndex(key) : buildKey(key, context),
];

const takeIndex = (key: Unique): Step =>
  createStep(
    idOf(key),
    sql`ALTER TABLE ${qualified(key.schema, key.table)} ADD CONSTRAINT ${ident(key.name)} UNIQUE USING INDEX ${ident(key.name)}${timing(key)}`,
    { lock: "access_exclusive", needs: referencesOf(key) },
  );

const buildKey = (key: PrimaryKey | Unique, { after }: PlanContext): Step =>
  createStep(idOf(key), sql`ALTER TABLE ${qualified(key.schema, key.table)} ADD ${keyDefinition(key)}`, {
    lock: "access_exclusive",
    hazards: ["blocks_writes", "may_fail_on_data"],
    creates: partsOfPartitions(idOf(key), after),
    needs: [...referencesOf(key), ...indexesFromAbove(tableId(key.schema, key.table), after)],
  });
