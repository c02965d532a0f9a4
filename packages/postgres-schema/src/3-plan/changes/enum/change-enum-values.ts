import { objectsOfKind } from "../../../schema/database-schema.ts";
import { idOf } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Enum, SchemaObject } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { qualified } from "../../../sql/identifier.ts";
import { literal } from "../../../sql/literal.ts";
import { sql } from "../../../sql/sql.ts";
import type { AlterRule, AttributeChange, PlanContext } from "../../change-rule.ts";
import { alterStep, type Step } from "../../step.ts";
import { holdsType, takeOver } from "../type/take-over.ts";
import { enumDefinition } from "./enum.ts";

/**
 * Adds values in place. PostgreSQL has no way to take one away or to move it, so then a new type takes over.
 */
export const changeEnumValues: AlterRule<"enum"> = {
  // Their expressions hold values of the old type, and a function's arguments are of it.
  stepsAside: (dependent, { before, after }) => !onlyAdds(before, after) && holdsType(dependent),
  rebuilds: ({ before, after }) => !onlyAdds(before, after),
  steps: (change, context) =>
    onlyAdds(change.before, change.after)
      ? addValues(change, context)
      : takeOver(change, { sql: enumDefinition(change.after) }, context),
};

/** Whether an enum only gets more values, wherever among the others: all else needs a new one. */
export const onlyAdds = (before: Enum, after: Enum): boolean => {
  const kept = after.values.filter((value) => before.values.includes(value));
  return kept.length === before.values.length && kept.every((value, index) => value === before.values[index]);
};

const addValues = ({ id, before, after }: AttributeChange<"enum">, context: PlanContext): readonly Step[] => {
  const users = [...context.end.objects.values()].filter((object) => holdsType(object) || isPartition(object));
  // PostgreSQL lets nobody use a value before the transaction that adds it is over.
  const isUsed = (value: string): boolean =>
    isTakenUp(id, context) ||
    users.some(
      (object) =>
        (referencesOf(object).includes(id) || isPartition(object)) &&
        [value, literal(value).text].some((text) => textOf(object).includes(text)),
    );
  return after.values.flatMap((value, index) => {
    if (before.values.includes(value)) return [];
    const previous = after.values[index - 1];
    const first = before.values[0];
    // The place is named by the value before it, which is there by now: values are added from first to last.
    const place =
      previous !== undefined
        ? sql` AFTER ${literal(previous)}`
        : first !== undefined
          ? sql` BEFORE ${literal(first)}`
          : sql``;
    return [
      alterStep(id, sql`ALTER TYPE ${qualified(after.schema, after.name)} ADD VALUE ${literal(value)}${place}`, {
        transactional: !isUsed(value),
      }),
    ];
  });
};

/** Whether a column comes to be of the type: its rows may hold any value. */
const isTakenUp = (id: ObjectId, { before, end }: PlanContext): boolean =>
  objectsOfKind(end, "column").some((column) => {
    const earlier = before.objects.get(idOf(column));
    return column.typeObject === id && earlier?.kind === "column" && earlier.typeObject !== id;
  });

/** Its bound may name a value; which type the value is of, the parent's key says. */
const isPartition = (object: SchemaObject): boolean => object.kind === "table" && object.partitionOf !== undefined;

/** Its expressions and definitions. */
const textOf = (object: SchemaObject): string =>
  [...Object.values(object), object.kind === "table" ? object.partitionOf?.bound : undefined]
    .filter((value) => typeof value === "string")
    .join("\n");
