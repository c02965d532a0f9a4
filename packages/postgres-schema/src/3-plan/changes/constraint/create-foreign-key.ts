import { idOf, tableId } from "../../../schema/identify.ts";
import type { IndexedSchema } from "../../../schema/indexed-schema.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { ForeignKey, SchemaObject } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { createStep, type Step } from "../../step.ts";
import { partsOfPartitions } from "../partition-part/parts-of-partitions.ts";
import { foreignKeyDefinition } from "./constraint-definition.ts";

/** Always a step of its own, so that two tables may refer to each other. */
export function createForeignKey(key: ForeignKey, { after }: PlanContext): readonly Step[] {
  const behind = keysBehind(key, after);
  // Another type of a column makes the keys that it is in anew, even where it is only included.
  const columns = behind.flatMap((id) => {
    const found = after.objects.get(id);
    return found === undefined ? [] : referencesOf(found);
  });
  return [
    createStep(idOf(key), sql`ALTER TABLE ${qualified(key.schema, key.table)} ADD ${foreignKeyDefinition(key)}`, {
      lock: "share_row_exclusive",
      hazards: ["locks_other_table", ...(key.validated ? (["scans_table", "may_fail_on_data"] as const) : [])],
      creates: partsOfPartitions(idOf(key), after),
      needs: [...new Set([...referencesOf(key), ...behind, ...columns])],
    }),
  ];
}

/** The primary key or unique constraint, or the unique index, or what a partition has of one, that the referenced columns have: one of them must be there. */
export function keysBehind(key: ForeignKey, schema: IndexedSchema): readonly ObjectId[] {
  const columns = new Set(key.references.columns);
  const covers = (names: readonly (string | null)[]): boolean =>
    names.length === columns.size && names.every((name) => name !== null && columns.has(name));
  const isKey = (part: SchemaObject | undefined): boolean => {
    if (part?.kind === "partition_part") return isKey(schema.objects.get(part.of));
    if (part?.kind === "primary_key" || part?.kind === "unique") return covers(part.columns);
    return (
      part?.kind === "index" && part.unique && part.where === null && covers(part.keys.map(({ column }) => column))
    );
  };
  return schema.partsOf(tableId(key.references.schema, key.references.table)).filter(isKey).map(idOf);
}
