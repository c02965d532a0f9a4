import { isKind, objectsOfKind } from "../../../schema/database-schema.ts";
import { columnId, idOf } from "../../../schema/identify.ts";
import type { Column, Enum, SchemaObject } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { literal } from "../../../sql/literal.ts";
import { sql } from "../../../sql/sql.ts";
import { typeName } from "../../../sql/type-name.ts";
import type { AlterRule, AttributeChange, PlanContext } from "../../change-rule.ts";
import { alterStep, type Step } from "../../step.ts";
import { withholdUsage } from "../privilege/privilege.ts";
import { enumDefinition } from "./enum.ts";

/**
 * Adds values in place. PostgreSQL has no way to take one away or to move it, so then a new type takes over.
 */
export const changeEnumValues: AlterRule<"enum"> = {
  // Their expressions hold values of the old type, and a function's arguments are of it.
  stepsAside: (dependent, { before, after }) =>
    !onlyAdds(before, after) && (usesValues.has(dependent.kind) || isGenerated(dependent)),
  rebuilds: ({ before, after }) => !onlyAdds(before, after),
  steps: (change, context) =>
    onlyAdds(change.before, change.after) ? addValues(change, context) : rebuildType(change, context),
};

const usesValues: ReadonlySet<string> = new Set([
  "view",
  "materialized_view",
  "rule",
  "default",
  "policy",
  "trigger",
  "check",
  "index",
  "exclusion",
  "function",
  "aggregate",
]);

const isGenerated = (object: SchemaObject): boolean => object.kind === "column" && object.generated !== null;

const onlyAdds = (before: Enum, after: Enum): boolean => {
  const kept = after.values.filter((value) => before.values.includes(value));
  return kept.length === before.values.length && kept.every((value, index) => value === before.values[index]);
};

const addValues = ({ id, before, after }: AttributeChange<"enum">, context: PlanContext): readonly Step[] => {
  const users = [...context.after.objects.values()].filter(
    (object) => usesValues.has(object.kind) || isGenerated(object),
  );
  // PostgreSQL lets nobody use a value before the transaction that adds it is over.
  const isUsed = (value: string): boolean =>
    users.some(
      (object) =>
        referencesOf(object).includes(id) && [value, literal(value).text].some((text) => textOf(object).includes(text)),
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

/** Its expressions and definitions. */
const textOf = (object: SchemaObject): string =>
  Object.values(object)
    .filter((value) => typeof value === "string")
    .join("\n");

function rebuildType({ id, before, after }: AttributeChange<"enum">, context: PlanContext): readonly Step[] {
  const aside = `${after.name.slice(0, 50)}__replaced`;
  return [
    alterStep(id, sql`ALTER TYPE ${qualified(before.schema, before.name)} RENAME TO ${ident(aside)}`, {}),
    alterStep(id, enumDefinition(after), {}),
    ...withholdUsage(idOf(after), qualified(after.schema, after.name), context),
    ...columnsOfType(id, context).map((column) => {
      const type = typeName(column.type);
      return alterStep(
        id,
        sql`ALTER TABLE ${qualified(column.schema, column.table)} ALTER COLUMN ${ident(column.name)} TYPE ${type} USING ${ident(column.name)}::${column.type.endsWith("[]") ? sql`text[]` : sql`text`}::${type}`,
        {
          lock: "access_exclusive",
          hazards: ["rewrites_table", "may_fail_on_data"],
          needs: [columnId(column.schema, column.table, column.name)],
        },
      );
    }),
    alterStep(id, sql`DROP TYPE ${qualified(after.schema, aside)}`, {}),
  ];
}

/** Columns that have the type before and after; a new column waits for the type, a dropped one is gone by then. */
const columnsOfType = (id: string, { before, after }: PlanContext): readonly Column[] =>
  objectsOfKind(after, "column").filter((column) => {
    const earlier = before.objects.get(columnId(column.schema, column.table, column.name));
    if (column.typeObject !== id || isGenerated(column) || earlier === undefined) return false;
    return isKind(earlier, "column") && earlier.typeObject === id && !isGenerated(earlier);
  });
