import { type DatabaseSchema, emptySchema } from "../../schema/database-schema.ts";
import { columnId, idOf, tableId } from "../../schema/identify.ts";
import { indexSchema } from "../../schema/indexed-schema.ts";
import { objectId } from "../../schema/object-id.ts";
import type { Check, Column, ForeignKey, Index } from "../../schema/objects.ts";
import { ident, qualified } from "../../sql/identifier.ts";
import { sql } from "../../sql/sql.ts";
import { filledCondition } from "../changes/column/change-column-nullable.ts";
import { editSchema } from "../edit-schema.ts";
import { type PlanOptions, planMigration } from "../plan-migration.ts";
import { applyRenames } from "../renames/apply-renames.ts";
import { alterStep, type Step } from "../step.ts";
import { tablesBelow } from "../tables-below.ts";
import { fillBesidePart } from "./fill-beside.ts";
import { type HeldBack, type HeldColumn, holdBack } from "./hold-back.ts";
import { indexOfUnique } from "./index-of-unique.ts";
import type { OnlinePart, PartPurpose } from "./online-part.ts";
import { type Repeated, repeatBeside, withRepeated } from "./repeat-beside.ts";
import { besideEachOther, swapSteps } from "./retype-beside.ts";

/**
 * Plans the steps from `before` to `after` in parts that keep nobody from reading or writing for long: what must read or
 * write every row does it under a lock that lets others on. The last part ends at `after`. Where nothing needs care there is
 * one part, with the steps of `planMigration`.
 */
export function planOnline(before: DatabaseSchema, after: DatabaseSchema, options: PlanOptions): readonly OnlinePart[] {
  const repeated = repeatBeside(before, after, options);
  const renames = [...(options.renames ?? []), ...repeated.map(({ rename }) => rename)];
  return [
    ...repeatParts(before, repeated, options),
    ...changeParts(withRepeated(before, repeated), after, { ...options, renames }),
  ];
}

/** What comes before the renames: the columns that will have the former names, filled. */
function repeatParts(
  before: DatabaseSchema,
  repeated: readonly Repeated[],
  options: PlanOptions,
): readonly OnlinePart[] {
  if (repeated.length === 0) return [];
  const end = withRepeated(before, repeated);
  const { steps } = planMigration(before, end, lasting(options));
  const added: OnlinePart = { purpose: "prepare", run: { mode: "transaction" }, steps, end };
  return [added, ...repeated.map((one) => fillBesidePart(one, end))].map((part) => ({ ...part, beforeRenames: true }));
}

function changeParts(before: DatabaseSchema, after: DatabaseSchema, options: PlanOptions): readonly OnlinePart[] {
  const start = applyRenames(before, after, options.renames ?? []).schema;
  const held = holdBack(start, after, options);
  const parts: OnlinePart[] = [];
  const add = (part: OnlinePart): DatabaseSchema => {
    if (part.steps.length > 0) parts.push(part);
    return part.end;
  };
  const transaction = (purpose: PartPurpose, steps: readonly Step[], end: DatabaseSchema): DatabaseSchema =>
    add({ purpose, run: { mode: "transaction" }, steps, end });
  const between = (from: DatabaseSchema, to: DatabaseSchema): readonly Step[] =>
    planMigration(from, to, lasting(options)).steps;

  const expanded = expandedSchema(after, held);
  let end = transaction("change", expandSteps(before, expanded, { held, options }), expanded);
  for (const column of held.columns) if (column.value !== null) end = add(fillPart(column, end));
  for (const retyped of held.retyped) end = add(fillBesidePart(retyped, end));
  for (const part of indexParts(end, held, options)) end = add(part);
  const proofs = proofChecks([...held.columns.map(({ column }) => column), ...requiredBeside(held)], after);
  const checked = editSchema(end, { put: [...proofs, ...held.lateChecks].map(unproven(after)) });
  end = transaction("check", between(end, checked), checked);
  const validated = editSchema(end, { put: [...proofs, ...held.lateChecks, ...held.unvalidated] });
  const late = held.columns.flatMap((column) => (column.value === null ? [] : [fillStep(column)]));
  end = transaction("validate", [...late, ...between(end, validated)], validated);
  // The proofs go when they are no longer needed.
  const { retyped } = held;
  const twins = retyped.flatMap((one) => one.twins.map(({ index }) => index));
  const settled = editSchema(besideEachOther(after, retyped), { put: twins });
  const proven = editSchema(settled, { put: proofs });
  if (retyped.length === 0) {
    transaction("finish", [...between(end, proven), ...between(proven, after)], after);
    return parts;
  }
  const swapped = editSchema(after, { put: retyped.flatMap(({ constraints }) => constraints.map(unproven(after))) });
  const swap = swapSteps(proven, swapped, { retyped, proofs, options: lasting(options) });
  end = transaction("swap", [...between(end, proven), ...swap], swapped);
  transaction("validate", between(end, after), after);
  return parts;
}

/** What holds for every part; what is done to rows and names is done in the first one. */
const lasting = ({ postgresMajor, runBy, resetPrivilegesOf }: PlanOptions): PlanOptions => ({
  postgresMajor,
  ...(runBy === undefined ? {} : { runBy }),
  ...(resetPrivilegesOf === undefined ? {} : { resetPrivilegesOf }),
});

/** All that needs no care, and what does in the form that needs none. */
const expandedSchema = (after: DatabaseSchema, held: HeldBack): DatabaseSchema =>
  editSchema(besideEachOther(after, held.retyped), {
    without: [
      ...[...held.createdIndexes, ...held.uniques, ...held.lateChecks].map(idOf),
      ...held.columns.map(({ column: { schema, table, name } }) => objectId("not_null", schema, table, name)),
    ],
    put: [
      ...held.droppedIndexes,
      ...held.columns.map(({ column }): Column => ({ ...column, nullable: true })),
      ...held.unvalidated.map(unproven(after)),
    ],
  });

/** As it comes: no row of its table is looked at, nor of one below. */
const unproven =
  (schema: DatabaseSchema) =>
  (constraint: Check | ForeignKey): Check | ForeignKey => {
    if (!constraint.validated) return constraint;
    const below = constraint.kind === "check" ? tablesBelow(schema, tableId(constraint.schema, constraint.table)) : [];
    return {
      ...constraint,
      validated: false,
      ...(below.length === 0 ? {} : { unvalidatedIn: below.map(({ schema, name }) => ({ schema, table: name })) }),
    };
  };

/** A default that comes with its column would write every row, so it comes after it. */
function expandSteps(
  before: DatabaseSchema,
  expanded: DatabaseSchema,
  { held, options }: { readonly held: HeldBack; readonly options: PlanOptions },
): readonly Step[] {
  const filledLater = new Set(held.columns.map(({ column }) => idOf(column)));
  const backfills = new Map([...(options.backfills ?? [])].filter(([id]) => !filledLater.has(id)));
  const defaults = held.columns.flatMap(({ column, defaultLater }) =>
    defaultLater ? [objectId("default", column.schema, column.table, column.name)] : [],
  );
  const bare = editSchema(expanded, { without: defaults });
  return [
    ...planMigration(before, bare, { ...options, backfills }).steps,
    ...(defaults.length === 0 ? [] : planMigration(bare, expanded, lasting(options)).steps),
  ];
}

function fillPart(held: HeldColumn, end: DatabaseSchema): OnlinePart {
  const { schema, table, name: column } = held.column;
  const run = { mode: "batches", table: { schema, name: table }, column } as const;
  return { purpose: "fill", run, steps: [fillStep(held)], end };
}

const requiredBeside = ({ retyped }: HeldBack): readonly Column[] =>
  retyped.flatMap(({ after, beside }) => (after.nullable ? [] : [beside]));

/** Only rows that still need it: what others wrote in the meantime stays. */
const fillStep = ({ column, value }: HeldColumn): Step => {
  const name = ident(column.name);
  return alterStep(
    columnId(column.schema, column.table, column.name),
    sql`UPDATE ${qualified(column.schema, column.table)} SET ${name} = ${value ?? sql`DEFAULT`} WHERE ${name} IS NULL`,
    { lock: "row_exclusive", hazards: ["scans_table"] },
  );
};

/** One index after the other: each statement is a part of its own. */
function indexParts(start: DatabaseSchema, held: HeldBack, options: PlanOptions): readonly OnlinePart[] {
  const concurrent = { ...lasting(options), concurrently: true };
  const parts: OnlinePart[] = [];
  let current = start;
  const add = (action: "create" | "drop", index: Index): void => {
    // What is said of an index comes at the end: it is no statement of this kind.
    const end = editSchema(current, action === "create" ? { put: [index] } : { without: [idOf(index)] });
    const { steps } = planMigration(current, end, concurrent);
    parts.push({ purpose: "index", run: { mode: "concurrently", action, index }, steps, end });
    current = end;
  };
  for (const index of held.droppedIndexes) add("drop", index);
  const twins = held.retyped.flatMap((one) => one.twins.map(({ index }) => index));
  for (const index of [...held.createdIndexes, ...held.uniques.map(indexOfUnique), ...twins]) add("create", index);
  return parts;
}

/** For each column that becomes required a check that it has a value, which is there only until it is. */
function proofChecks(columns: readonly Column[], after: DatabaseSchema): readonly Check[] {
  const indexed = indexSchema(columns.length === 0 ? emptySchema : after);
  return columns.map(({ schema, table, name }, place): Check => {
    const taken = new Set(indexed.partsOf(tableId(schema, table)).map((part) => ("name" in part ? part.name : "")));
    return {
      kind: "check",
      schema,
      table,
      name: freeName(`is_filled_${place + 1}`, taken),
      expression: filledCondition(name).text,
      validated: true,
      dependsOn: [columnId(schema, table, name)],
    };
  });
}

const freeName = (name: string, taken: ReadonlySet<string>): string =>
  taken.has(name) ? freeName(`${name}_`, taken) : name;
