import { diffSchemas } from "../../2-diff/diff-schemas.ts";
import { type DatabaseSchema, isKind } from "../../schema/database-schema.ts";
import { columnId, idOf, tableId } from "../../schema/identify.ts";
import { indexSchema } from "../../schema/indexed-schema.ts";
import { type ObjectId, objectId } from "../../schema/object-id.ts";
import type { Check, Column, ForeignKey, Index, SchemaObject, Unique } from "../../schema/objects.ts";
import { referencesOf } from "../../schema/references.ts";
import { type Sql, sql } from "../../sql/sql.ts";
import { isVolatile } from "../changes/column/create-column.ts";
import { keepsStoredBytes } from "../changes/column/keeps-stored-bytes.ts";
import { keysBehind } from "../changes/constraint/create-foreign-key.ts";
import type { PlanOptions } from "../plan-migration.ts";
import { isPlainTable } from "./is-plain-table.ts";
import { type Retyped, retypeBeside, withNothingInCommon } from "./retype-beside.ts";

/** A column that becomes required once every row has a value. */
export interface HeldColumn {
  readonly column: Column;
  /** What rows without a value get; null where they should all have one. */
  readonly value: Sql | null;
  /** Whether its default would write every row if it came with the column. */
  readonly defaultLater: boolean;
}

/** What cannot come at once without keeping others waiting. */
export interface HeldBack {
  readonly columns: readonly HeldColumn[];
  readonly retyped: readonly Retyped[];
  readonly createdIndexes: readonly Index[];
  /** As they were before. */
  readonly droppedIndexes: readonly Index[];
  readonly uniques: readonly Unique[];
  /** Constraints that come at once, and look at the rows that are there later. */
  readonly unvalidated: readonly (Check | ForeignKey)[];
  /** Checks on columns that are filled: a row that waits for its value must stay one that can be changed. */
  readonly lateChecks: readonly Check[];
}

/**
 * Finds what a plan would do under a lock that keeps others from reading or writing for as long as it takes to read or write a
 * whole table. `before` is as the renames leave it. Tables that are new, partitions and children are left alone: nobody uses
 * the one yet, and the others have no such way.
 */
export function holdBack(before: DatabaseSchema, after: DatabaseSchema, options: PlanOptions): HeldBack {
  const { added, removed, changed } = diffSchemas(before, after);
  const inUse = (object: { readonly schema: string; readonly table: string }): boolean =>
    isPlainTable(before, object) && isPlainTable(after, object);
  const cameNew = added.filter((object) => "table" in object && inUse(object));
  const nowOther = changed.filter(({ after: object }) => "table" in object && inUse(object));
  const columns = [
    ...cameNew.flatMap((object) => heldNewColumn(object, after, options)),
    ...nowOther.flatMap((change) => heldRequired(change, options)),
  ].filter(({ column }) => !isInKey(column, after));
  const filled = new Set(columns.flatMap(({ column, value }) => (value === null ? [] : [idOfColumn(column)])));
  const constraints = [...cameNew, ...nowOther.map(({ after: object }) => object)].filter(isUnproven);
  const waits = (object: SchemaObject): boolean =>
    object.kind === "check" && object.dependsOn.some((id) => filled.has(id));
  const changedIndexes = nowOther.filter(({ after: object }) => object.kind === "index");
  return {
    columns,
    retyped: withNothingInCommon(
      nowOther.flatMap((change, place) => heldType(change, { before, after, options, place: place + 1 })),
    ),
    createdIndexes: [...cameNew, ...changedIndexes.map(({ after: index }) => index)].filter(isIndex),
    droppedIndexes: [...removed, ...changedIndexes.map(({ before: index }) => index)].filter(
      (object): object is Index => isIndex(object) && inUse(object) && mayStay(object, before, after),
    ),
    uniques: cameNew.filter(
      (object): object is Unique =>
        object.kind === "unique" && object.period === undefined && !isReferenced(object, after),
    ),
    unvalidated: constraints.filter((constraint) => !waits(constraint)),
    lateChecks: constraints.filter((constraint): constraint is Check => waits(constraint)),
  };
}

const isIndex = (object: SchemaObject): object is Index => object.kind === "index";

const idOfColumn = ({ schema, table, name }: Column): ObjectId => columnId(schema, table, name);

function heldNewColumn(object: SchemaObject, after: DatabaseSchema, options: PlanOptions): readonly HeldColumn[] {
  if (object.kind !== "column" || object.nullable || object.identity !== null || object.generated !== null) return [];
  const id = idOf(object);
  if (options.copies?.after.has(id)) return [];
  const initial = after.objects.get(objectId("default", object.schema, object.table, object.name));
  if (initial?.kind === "default")
    return isVolatile(initial.expression) ? [{ column: object, value: sql`DEFAULT`, defaultLater: true }] : [];
  const value = options.backfills?.get(id);
  return value === undefined ? [] : [{ column: object, value, defaultLater: false }];
}

function heldRequired(
  { before, after: column, id, attributes }: ReturnType<typeof diffSchemas>["changed"][number],
  options: PlanOptions,
): readonly HeldColumn[] {
  if (column.kind !== "column" || before.kind !== "column" || !attributes.includes("nullable") || column.nullable)
    return [];
  if (column.identity !== null || column.generated !== null) return [];
  return [{ column, value: options.backfills?.get(id) ?? null, defaultLater: false }];
}

function heldType(
  { before: was, after: column, id, attributes }: ReturnType<typeof diffSchemas>["changed"][number],
  {
    before,
    after,
    options,
    place,
  }: {
    readonly before: DatabaseSchema;
    readonly after: DatabaseSchema;
    readonly options: PlanOptions;
    readonly place: number;
  },
): readonly Retyped[] {
  if (column.kind !== "column" || was.kind !== "column" || attributes.some((attribute) => attribute !== "type"))
    return [];
  if (options.widened?.has(id) !== true || keepsStoredBytes(was.type, column.type)) return [];
  if (column.identity !== null || column.generated !== null || isInKey(column, after)) return [];
  const retyped = retypeBeside({ before: was, after: column, place }, before, after);
  return retyped === null ? [] : [retyped];
}

const isInKey = (column: Column, schema: DatabaseSchema): boolean =>
  indexSchema(schema)
    .partsOf(tableId(column.schema, column.table))
    .some((part) => isKind(part, "primary_key") && part.columns.includes(column.name));

const isUnproven = (object: SchemaObject): object is Check | ForeignKey =>
  (object.kind === "check" || object.kind === "foreign_key") && object.validated;

/** Whether an index can stay a while longer: what it is on stays as it is, and its name is not taken. */
function mayStay(index: Index, before: DatabaseSchema, after: DatabaseSchema): boolean {
  const same = referencesOf(index).every((id) => {
    const [was, is] = [before.objects.get(id), after.objects.get(id)];
    if (was?.kind === "column") return is?.kind === "column" && was.type === is.type && was.collation === is.collation;
    return was === undefined || is !== undefined;
  });
  return same && !takesName(index, after);
}

const takesName = ({ schema, name }: Index, after: DatabaseSchema): boolean =>
  [...after.objects.values()].some(
    (object) =>
      (object.kind === "unique" ||
        object.kind === "primary_key" ||
        object.kind === "exclusion" ||
        object.kind === "table" ||
        object.kind === "view" ||
        object.kind === "materialized_view" ||
        object.kind === "sequence") &&
      object.schema === schema &&
      object.name === name,
  );

/** Whether a foreign key stands on it. */
function isReferenced(unique: Unique, after: DatabaseSchema): boolean {
  const indexed = indexSchema(after);
  const id = idOf(unique);
  return [...after.objects.values()].some(
    (object) => object.kind === "foreign_key" && keysBehind(object, indexed).includes(id),
  );
}
