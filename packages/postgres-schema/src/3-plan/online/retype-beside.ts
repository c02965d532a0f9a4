import { type DatabaseSchema, databaseSchema } from "../../schema/database-schema.ts";
import { idOf, tableId } from "../../schema/identify.ts";
import { type ObjectId, objectId } from "../../schema/object-id.ts";
import type {
  Check,
  Column,
  ForeignKey,
  Index,
  Policy,
  Privilege,
  SchemaObject,
  Unique,
  View,
} from "../../schema/objects.ts";
import { privilegedColumn } from "../../schema/privileged-column.ts";
import { referencesOf } from "../../schema/references.ts";
import { renameInSchema } from "../../schema/rename-objects.ts";
import { shortenName } from "../../sql/identifier.ts";
import { editSchema } from "../edit-schema.ts";
import { type PlanOptions, planMigration } from "../plan-migration.ts";
import type { Step } from "../step.ts";
import { type FilledBeside, freeColumn, keepersOf } from "./fill-beside.ts";
import { indexOfUnique } from "./index-of-unique.ts";

/** A column whose values are written beside it in another type, until that column takes its place. */
export interface Retyped extends FilledBeside {
  readonly after: Column;
  /** Indexes, and those of unique constraints, on the column beside it, with the names that they get in the end. */
  readonly twins: readonly { readonly index: Index; readonly finally: Index }[];
  /** Whose index is among the twins. */
  readonly uniques: readonly Unique[];
  /** What looks at the rows: it goes with the column, and comes back for new rows first. */
  readonly constraints: readonly (Check | ForeignKey)[];
  /** What goes with the column and comes back in the same moment. */
  readonly others: readonly (Policy | View)[];
}

/**
 * How a column gets another type without a lock on its table; null where something stands on it that has no such way. `after`
 * must have the same on it as `before`.
 */
export function retypeBeside(
  { before: was, after: column, place }: { readonly before: Column; readonly after: Column; readonly place: number },
  before: DatabaseSchema,
  after: DatabaseSchema,
): Retyped | null {
  const id = idOf(column);
  const beside: Column = { ...column, name: freeColumn(column, `retyped_${place}`, after), nullable: true };
  const standing = standingOn(id, after);
  const same =
    standing.length === standingOn(id, before).length &&
    standing.every((object) => JSON.stringify(before.objects.get(idOf(object))) === JSON.stringify(object));
  if (!same || !standing.every((object) => hasWay(object, column, after))) return null;
  return {
    before: was,
    after: column,
    beside,
    keepers: keepersOf(was, beside),
    twins: standing.flatMap((object, number) => {
      const index = object.kind === "unique" ? indexOfUnique(object) : object;
      return index.kind === "index" ? [{ index: twinOf(index, { column, beside, number }), finally: index }] : [];
    }),
    uniques: standing.filter((object) => object.kind === "unique"),
    constraints: standing.filter((object) => object.kind === "check" || object.kind === "foreign_key"),
    others: standing.filter((object) => object.kind === "policy" || object.kind === "view"),
  };
}

/** Of columns that an index or a check stands on together, one: its twin cannot be on both that come. */
export function withNothingInCommon(retyped: readonly Retyped[]): readonly Retyped[] {
  const taken = new Set<ObjectId>();
  return retyped.filter(({ twins, constraints }) => {
    const standing = [...twins.map((twin) => idOf(twin.finally)), ...constraints.map(idOf)];
    if (standing.some((id) => taken.has(id))) return false;
    for (const id of standing) taken.add(id);
    return true;
  });
}

/** What would be another object on another column. What is said of the column is said again. */
const standingOn = (column: ObjectId, { objects }: DatabaseSchema): readonly SchemaObject[] =>
  [...objects.values()].filter(
    (object) => !["default", "comment", "privilege"].includes(object.kind) && referencesOf(object).includes(column),
  );

function hasWay(object: SchemaObject, { schema, table, name }: Column, { objects }: DatabaseSchema): boolean {
  switch (object.kind) {
    case "check":
    case "policy":
      return true;
    case "unique":
      return !object.deferrable && object.period === undefined;
    case "index":
      return isPlainIndex(object);
    case "foreign_key": {
      const { references } = object;
      // What is referred to stands on a key, which has no such way.
      return (
        object.period === undefined &&
        object.columns.includes(name) &&
        (references.schema !== schema || references.table !== table)
      );
    }
    case "view":
      return [...objects.values()].every((other) => !standsOnView(other, object));
    default:
      return false;
  }
}

const standsOnView = (object: SchemaObject, view: View): boolean =>
  ("table" in object && object.schema === view.schema && object.table === view.name) ||
  (!("on" in object) && referencesOf(object).includes(idOf(view)));

const isPlainIndex = (object: Index): boolean =>
  object.where === null && object.keys.every(({ expression }) => expression === null);

function twinOf(
  index: Index,
  { column, beside, number }: { readonly column: Column; readonly beside: Column; readonly number: number },
): Index {
  const moved = renameInSchema(databaseSchema([index, column]), {
    kind: "column",
    schema: column.schema,
    table: column.table,
    from: column.name,
    to: beside.name,
  });
  const found = [...moved.objects.values()].find((object) => object.kind === "index");
  if (found?.kind !== "index") throw new Error(`${index.name} is no index any more`);
  return { ...found, name: shortenName(`${index.table}_${beside.name}_${number + 1}`) };
}

/** The schema while both columns are there: what was on the column is on it still, and on the one beside it. */
export function besideEachOther(schema: DatabaseSchema, retyped: readonly Retyped[]): DatabaseSchema {
  return editSchema(schema, {
    put: retyped.flatMap(({ before, after, beside, keepers }) => [{ ...after, type: before.type }, beside, ...keepers]),
  });
}

/**
 * The steps that put the columns in their places, in a transaction that waits for nobody's rows. `both` is the schema with
 * both columns, each required one proven by one of `proofs`; `end` is the one without the old ones, whose checks are not validated yet.
 */
export function swapSteps(
  both: DatabaseSchema,
  end: DatabaseSchema,
  {
    retyped,
    proofs,
    options,
  }: { readonly retyped: readonly Retyped[]; readonly proofs: readonly Check[]; readonly options: PlanOptions },
): readonly Step[] {
  const required = editSchema(both, {
    put: retyped.map(({ after, beside }) => ({ ...beside, nullable: after.nullable })),
  });
  const rights = rightsOn(
    retyped.map(({ after }) => after),
    both,
  );
  const alone = editSchema(required, {
    without: [
      ...proofs.map(idOf),
      ...rights.map(({ privilege }) => idOf(privilege)),
      ...retyped.flatMap(({ after: column, keepers, twins, uniques, constraints, others }) => [
        idOf(column),
        objectId("default", column.schema, column.table, column.name),
        ...keepers.map(idOf),
        ...twins.map((twin) => idOf(twin.finally)),
        ...uniques.map(idOf),
        ...constraints.map(idOf),
        ...others.map(idOf),
      ]),
    ],
    put: rights.flatMap(({ kept }) => kept),
  });
  const named = editSchema(end, {
    without: retyped.flatMap(({ uniques }) => uniques.map(idOf)),
    put: retyped.flatMap(({ twins }) => twins.map((twin) => twin.finally)),
  });
  const renames = retyped.map(({ after: { schema, table, name: to }, beside: { name: from } }) => ({
    kind: "column" as const,
    schema,
    table,
    from,
    to,
  }));
  // All that it has is in the column beside it.
  const repeated = new Map(retyped.map(({ after, beside }) => [idOf(after), idOf(beside)]));
  return [
    ...planMigration(both, required, options).steps,
    ...planMigration(required, alone, { ...options, copies: { before: repeated, after: new Map() } }).steps,
    ...planMigration(alone, named, { ...options, renames }).steps,
    ...planMigration(named, end, options).steps,
  ];
}

/** Rights that go with columns, each with what is left of it without them; they are given again on the columns that come. */
const rightsOn = (
  columns: readonly Column[],
  { objects }: DatabaseSchema,
): readonly { readonly privilege: Privilege; readonly kept: readonly Privilege[] }[] =>
  [...objects.values()].flatMap((privilege) => {
    if (privilege.kind !== "privilege") return [];
    const gone = columns.flatMap(({ schema, table, name }) => (privilege.on === tableId(schema, table) ? [name] : []));
    const left = privilege.privileges.filter((word) => !gone.includes(privilegedColumn(word) ?? ""));
    if (left.length === privilege.privileges.length) return [];
    return [{ privilege, kept: left.length === 0 ? [] : [{ ...privilege, privileges: left }] }];
  });
