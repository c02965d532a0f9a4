import { objectsOfKind } from "../../../schema/database-schema.ts";
import { idOf, tableId } from "../../../schema/identify.ts";
import type { ForeignKey, SchemaObject, Table } from "../../../schema/objects.ts";
import { tablesAbove } from "../../../schema/parents.ts";
import { referencesOf } from "../../../schema/references.ts";
import { qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { statementName } from "../../statement-name.ts";
import { dropStep, freeStep, type Step } from "../../step.ts";
import { sequencesDroppedWith } from "../column/drop-column.ts";
import { keysBehind } from "../constraint/create-foreign-key.ts";

/** Drops a table with all that is part of it; never CASCADE, so that nothing else can go with it. */
export function dropTable(table: Table, context: PlanContext): readonly Step[] {
  const parts = partsDroppedWith(table, context);
  const referenced = parts.some((part) => part.kind === "foreign_key" && !isSelfReference(part));
  return [
    ...detachReferenced(table, context),
    dropStep(idOf(table), sql`DROP ${statementName(table)}`, {
      lock: "access_exclusive",
      hazards: ["deletes_data", ...(referenced ? (["locks_other_table"] as const) : [])],
      drops: parts.map(idOf),
      releases: [
        ...referencesOf(table),
        ...parts.flatMap((part) => [
          ...referencesOf(part),
          ...(part.kind === "foreign_key" ? keysBehind(part, context.before) : []),
        ]),
      ].filter((id) => id !== idOf(table)),
    }),
  ];
}

/** A foreign key to a partitioned table holds on to all partitions below it, but lets go of one that is detached. */
function detachReferenced(table: Table, { before, after }: PlanContext): readonly Step[] {
  const { schema, name, partitionOf } = table;
  if (partitionOf === undefined) return [];
  const parent = tableId(partitionOf.schema, partitionOf.table);
  const above = tablesAbove(table, before);
  const referenced = objectsOfKind(before, "foreign_key").some(({ references }) =>
    above.has(tableId(references.schema, references.table)),
  );
  if (!referenced || !after.objects.has(parent)) return [];
  return [
    freeStep(
      tableId(schema, name),
      sql`ALTER TABLE ${qualified(partitionOf.schema, partitionOf.table)} DETACH PARTITION ${qualified(schema, name)}`,
      { lock: "access_exclusive", hazards: ["locks_other_table"], releases: [parent] },
    ),
  ];
}

/**
 * The parts of a table that go with it. A foreign key to another table that goes as well is taken first, since the two
 * may refer to each other, and so is one to its own rows that holds on to its partitions.
 */
export function partsDroppedWith(table: Table, context: PlanContext): readonly SchemaObject[] {
  const { before, after, replaced } = context;
  const parts = before.partsOf(idOf(table)).filter((part) => {
    if (part.kind !== "foreign_key" || (isSelfReference(part) && table.partitionBy === undefined)) return true;
    const referenced = tableId(part.references.schema, part.references.table);
    return after.objects.has(referenced) && !replaced.has(referenced);
  });
  return [...parts, ...parts.flatMap((part) => (part.kind === "column" ? sequencesDroppedWith(part, context) : []))];
}

const isSelfReference = (key: ForeignKey): boolean =>
  key.schema === key.references.schema && key.table === key.references.table;
