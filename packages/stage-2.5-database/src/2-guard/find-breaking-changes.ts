import {
  columnId,
  type Difference,
  joinSql,
  kindOf,
  literal,
  type ObjectOf,
  objectId,
  sql,
  tableId,
} from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import type { Design, DesignResult } from "../1-design/design.ts";
import {
  columnTypeNarrowed,
  defaultRemoved,
  enumMayBeRenamed,
  enumValueRemoved,
  fieldBecameRequired,
  requiredFieldWithoutValue,
} from "../diagnostics/guard.ts";
import type { RowQuestion } from "./ask-rows.ts";
import { findDemands } from "./find-demands.ts";
import { findLookAlikes } from "./find-look-alikes.ts";
import { isCompatibleType } from "./is-widening.ts";
import { narrowedWithin } from "./narrowed-within.ts";
import { aboutColumn, questionAbout } from "./question-about.ts";
import { removedEnumValues } from "./removed-enum-values.ts";
import { refusedValues, unfitValues } from "./unfit-values.ts";

export interface GuardedChange {
  readonly difference: Difference;
  readonly designed: DesignResult;
  /** Null for the first iteration, which can break nothing. */
  readonly previous: Design | null;
}

/** A change that rows or running code may not survive, and what to ask the rows about it. */
export interface BreakingChange {
  readonly diagnostic: Diagnostic;
  readonly question: RowQuestion | null;
  /** Where the rows cannot be asked. */
  readonly whenUnknown: "halt" | "pass";
  /** Where it suits every row. */
  readonly whenNone: "halt" | "pass";
}

/**
 * Changes that rows or running code may not survive and that the model has no word for yet: each with the line to add.
 * They stop the run before anything is written.
 */
export function findBreakingChanges(change: GuardedChange): readonly BreakingChange[] {
  if (change.previous === null) return [];
  return [
    ...requiredWithoutValue(change),
    ...becameRequired(change),
    ...defaultsRemoved(change),
    ...narrowedTypes(change, unfitValues),
    ...narrowedWithin(change, unfitValues),
    ...valuesRemoved(change, change.previous),
    ...findLookAlikes(change).map(always),
    ...findDemands(change),
  ];
}

const always = (diagnostic: Diagnostic): BreakingChange => ({
  diagnostic,
  question: null,
  whenUnknown: "halt",
  whenNone: "halt",
});

/**
 * What PostgreSQL itself would refuse of a change that is made on rows as they are. Whether earlier code goes on is no
 * question: on the way back that is what it is for.
 */
export const findRefusals = (change: GuardedChange): readonly BreakingChange[] =>
  change.previous === null
    ? []
    : [
        ...requiredWithoutValue(change),
        ...becameRequired(change),
        ...narrowedTypes(change, refusedValues),
        ...narrowedWithin(change, refusedValues),
        ...valuesRemoved(change, change.previous),
        ...findDemands(change),
      ];

function valuesRemoved(change: GuardedChange, previous: Design): readonly BreakingChange[] {
  return removedEnumValues(previous, change.designed).map(({ column, values }) => ({
    diagnostic: enumValueRemoved(column, values, change.designed.design.origins[column]),
    question: aboutColumn(column, change, (name) => sql`${name}::text IN (${joinSql(values.map(literal), ", ")})`),
    whenUnknown: "halt",
    whenNone: "halt",
  }));
}

function requiredWithoutValue(change: GuardedChange): readonly BreakingChange[] {
  const { difference, designed } = change;
  const newTables = new Set(
    difference.added.flatMap((object) => (object.kind === "table" ? [tableId(object.schema, object.name)] : [])),
  );
  return difference.added.flatMap((object) => {
    if (object.kind !== "column" || object.nullable || object.identity !== null || object.generated !== null) return [];
    if (newTables.has(tableId(object.schema, object.table)) || hasValue(object, designed)) return [];
    const id = idOfColumn(object);
    const diagnostic = requiredFieldWithoutValue(id, designed.design.origins[id]);
    return [{ diagnostic, question: questionAbout(object, sql`true`, change), whenUnknown: "halt", whenNone: "pass" }];
  });
}

/** With a default, code that does not know the field goes on; then only rows without a value are in the way. */
function becameRequired(change: GuardedChange): readonly BreakingChange[] {
  const { difference, designed } = change;
  return difference.changed.flatMap(({ id, after, attributes }) => {
    if (after.kind !== "column" || !attributes.includes("nullable") || after.nullable || designed.backfills.has(id))
      return [];
    const diagnostic = fieldBecameRequired(id, designed.design.origins[id]);
    const question = aboutColumn(id, change, (name) => sql`${name} IS NOT DISTINCT FROM NULL`);
    return [{ diagnostic, question, whenUnknown: "halt", whenNone: hasDefault(after, designed) ? "pass" : "halt" }];
  });
}

/** Earlier code leaves a field out that fills itself. */
function defaultsRemoved({ difference, designed }: GuardedChange): readonly BreakingChange[] {
  return difference.removed.flatMap((object) => {
    if (object.kind !== "default") return [];
    const id = columnId(object.schema, object.table, object.column);
    const column = designed.schema.objects.get(id);
    if (column?.kind !== "column" || column.nullable || column.identity !== null || column.generated !== null)
      return [];
    return [always(defaultRemoved(id, designed.design.origins[id]))];
  });
}

function narrowedTypes(change: GuardedChange, unfit: typeof unfitValues): readonly BreakingChange[] {
  const { difference, designed } = change;
  return difference.changed.flatMap(({ id, before, after, attributes }) => {
    if (before.kind !== "column" || after.kind !== "column" || !attributes.includes("type")) return [];
    if (isCompatibleType(before.type, after.type) || designed.conversions.has(id) || designed.copies.after.has(id))
      return [];
    const [told, origin] = [
      isEnum(before) && isEnum(after) ? enumMayBeRenamed : columnTypeNarrowed,
      designed.design.origins[id],
    ];
    const diagnostic = told(id, { from: before.type, to: after.type }, origin);
    const question = aboutColumn(id, change, (name) => unfit(name, before.type, after.type));
    return [{ diagnostic, question, whenUnknown: "halt", whenNone: "halt" }];
  });
}

const isEnum = ({ typeObject }: ObjectOf<"column">): boolean => typeObject !== null && kindOf(typeObject) === "enum";

const hasDefault = (column: ObjectOf<"column">, { schema }: DesignResult): boolean =>
  schema.objects.has(objectId("default", column.schema, column.table, column.name));

const hasValue = (column: ObjectOf<"column">, designed: DesignResult): boolean =>
  designed.backfills.has(idOfColumn(column)) || hasDefault(column, designed);

const idOfColumn = (column: ObjectOf<"column">) => columnId(column.schema, column.table, column.name);
