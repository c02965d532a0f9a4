import { isDeepStrictEqual } from "node:util";
import type { ChangedObject, Difference } from "../2-diff/diff-schemas.ts";
import { objectsOfKind } from "../schema/database-schema.ts";
import { columnId, idOf, tableId } from "../schema/identify.ts";
import type { ObjectId } from "../schema/object-id.ts";
import type { Column, ForeignKey, ObjectKind, PartitionPart, SchemaObject, Setting, Table } from "../schema/objects.ts";
import { tablesAbove } from "../schema/parents.ts";
import { referencesOf } from "../schema/references.ts";
import type { PlanContext } from "./change-rule.ts";
import { inheritedBelow } from "./changes/column/drop-column.ts";
import { isUnvalidatedIn } from "./changes/constraint/create-check.ts";
import { keysBehind } from "./changes/constraint/create-foreign-key.ts";
import { isMadeAlone } from "./changes/index/index-definition.ts";
import { isOfPartitionedIndex } from "./changes/index/parameters-of-partitioned.ts";
import { isPartitioned } from "./changes/not-null/keep-below.ts";
import { roleOf } from "./changes/owner/role-of.ts";
import { isOfToast } from "./changes/setting/setting.ts";
import { tableDividedBy } from "./changes/table/divided-by.ts";
import { ruleOf } from "./look-up-rule.ts";
import { tablesBelow } from "./tables-below.ts";

/**
 * Objects that are dropped and created anew although they are on both sides: those that cannot be altered, those that
 * must step aside for a change of something they use, and all that hangs on them. What `stays` as a part of another table goes
 * for nobody.
 */
export function replacedObjects(
  difference: Difference,
  context: PlanContext,
  stays: ReadonlySet<ObjectId>,
): ReadonlySet<ObjectId> {
  const replaced = new Set<ObjectId>();
  const dependents = dependentsIn(context);
  // What tables below have on a column goes with the column of their parent.
  const dependentsWithBelow = (id: ObjectId): readonly SchemaObject[] => {
    const object = context.before.objects.get(id);
    const below = object?.kind === "column" ? inheritedBelow(object, context.before) : [];
    return [id, ...below].flatMap(dependents);
  };
  const replace = (id: ObjectId): void => {
    if (replaced.has(id) || !context.before.objects.has(id) || !context.after.objects.has(id)) return;
    replaced.add(id);
    for (const dependent of dependentsWithBelow(id)) replace(idOf(dependent));
    const table = context.after.objects.get(id);
    if (table?.kind === "table")
      for (const check of unvalidatedBelow) if (isUnvalidatedIn(check, table)) replace(idOf(check));
  };
  // A table that is made anew has them validated, unless they come after it.
  const unvalidatedBelow = objectsOfKind(context.after, "check").filter((check) => check.unvalidatedIn !== undefined);
  const changes = new Map(difference.changed.map((change) => [change.id, change]));
  for (const object of difference.removed.filter((gone) => !stays.has(idOf(gone)) && !isKeptAsOwn(gone, context)))
    for (const id of [idOf(object), ...(object.kind === "column" ? inheritedBelow(object, context.before) : [])])
      for (const dependent of dependents(id))
        if (!letsGoOf(id, dependent, changes.get(idOf(dependent)))) replace(idOf(dependent));
  for (const { before, after } of settingsOf(difference))
    if (isOfPartitionedIndex(before, context.before) || isOfPartitionedIndex(after, context.after)) replace(after.on);
  for (const setting of lostWithToast(difference, context)) replace(idOf(setting));
  for (const part of difference.added) for (const own of takenForPart(part, context)) replace(idOf(own));
  for (const change of difference.changed) {
    for (const table of dividedAnew(change, context)) replace(idOf(table));
    for (const key of keysToRowsThatMove(change, context)) replace(idOf(key));
    for (const used of retypedColumns(change, context).flatMap((column) => dependents(idOf(column)))) {
      if (isKey(used)) for (const user of dependents(idOf(used))) if (usersOfKeys.has(user.kind)) replace(idOf(user));
      if (losesWhatIsSaid(used, context)) replace(idOf(used));
    }
    for (const part of partsMadeAnew(change, context)) replace(idOf(part));
    for (const key of keysStoodOn(change, context)) replace(idOf(key));
    for (const own of takenForParts(change, context)) replace(idOf(own));
    if (mustReplace(change, context)) replace(change.id);
    else if (isRebuilt(change, context))
      for (const attached of context.before.attachedTo(change.id)) replace(idOf(attached));
    for (const dependent of affectedBy(change, dependents)) replace(idOf(dependent));
  }
  return replaced;
}

/** Whether a table that leaves its parent keeps a key that it had from there as its own. */
function isKeptAsOwn(gone: SchemaObject, { before, after }: PlanContext): boolean {
  const above = gone.kind === "partition_part" ? before.objects.get(gone.of) : undefined;
  if (gone.kind !== "partition_part" || above === undefined) return false;
  const keys = keysOf(above);
  const own = after.partsOf(tableId(gone.schema, gone.table)).filter((part) => !before.objects.has(idOf(part)));
  return keys !== null && own.some((part) => keysOf(part) === keys);
}

/**
 * Whether an object lets go of one that is removed by being altered, and so keeps what it holds: a column takes another
 * type, and a child leaves the table that goes. No table lets go of what its partition key uses.
 */
function letsGoOf(removed: ObjectId, dependent: SchemaObject, change: ChangedObject | undefined): boolean {
  if (dependent.kind === "table") return dependent.partitionUses?.includes(removed) !== true;
  const altered = alteredToLetGo[dependent.kind];
  return (
    change !== undefined &&
    altered !== undefined &&
    change.attributes.some((attribute) => altered.includes(attribute)) &&
    !referencesOf(change.after).includes(removed)
  );
}

/** By kind of what holds rows: the attributes whose change lets go of a type, a function or a sequence. */
const alteredToLetGo: Partial<Readonly<Record<ObjectKind, readonly string[]>>> = {
  column: ["type"],
  composite: ["attributes"],
  domain: ["type", "default"],
  sequence: ["ownedBy"],
};

/** Settings that come, go or change; one that is only on one side stands for both. */
const settingsOf = ({
  added,
  removed,
  changed,
}: Difference): readonly { readonly before: Setting; readonly after: Setting }[] =>
  [...[...added, ...removed].map((object) => ({ before: object, after: object })), ...changed].flatMap(
    ({ before, after }) => (before.kind === "setting" && after.kind === "setting" ? [{ before, after }] : []),
  );

/** Columns that take another type, or whose type a new one takes the place of. */
function retypedColumns(change: ChangedObject, context: PlanContext): readonly Column[] {
  const { before, attributes } = change;
  if (before.kind === "column")
    return attributes.some((name) => name === "type" || name === "collation") ? [before] : [];
  const columns = (): readonly Column[] => objectsOfKind(context.before, "column");
  return isRebuilt(change, context) ? columns().filter(({ typeObject }) => typeObject === change.id) : [];
}

/** PostgreSQL makes the indexes and keys of a column anew when its type changes: those of partitions lose what they had. */
function partsMadeAnew(change: ChangedObject, context: PlanContext): readonly PartitionPart[] {
  const { before } = context;
  return retypedColumns(change, context).flatMap(({ schema, table, name }) =>
    tablesBelow(before, tableId(schema, table)).flatMap((below) =>
      before.partsOf(idOf(below)).flatMap((part) => {
        if (part.kind !== "partition_part") return [];
        const above = before.objects.get(part.of);
        return above !== undefined && usesColumn(above, name) ? [part] : [];
      }),
    ),
  );
}

/**
 * Keys that partitions have of their own on a column that their partitioned table stops requiring. Before 18 it stops for all of
 * them at once, or for none.
 */
function keysStoodOn({ before: was, after: is }: ChangedObject, context: PlanContext): readonly SchemaObject[] {
  const { before, postgresMajor } = context;
  if (postgresMajor >= 18 || was.kind !== "column" || is.kind !== "column" || was.nullable || !is.nullable) return [];
  if (!isPartitioned(was, before)) return [];
  return tablesBelow(before, tableId(was.schema, was.table)).flatMap((below) =>
    before.partsOf(idOf(below)).filter((part) => part.kind === "primary_key" && part.columns.includes(was.name)),
  );
}

/** A table that is written anew while it has no long values has no TOAST table any more, nor what was set of that. */
const lostWithToast = (difference: Difference, context: PlanContext): readonly Setting[] =>
  tablesWrittenAnew(difference, context).flatMap((table) => context.before.attachedTo(table).filter(isOfToast));

const tablesWrittenAnew = (difference: Difference, context: PlanContext): readonly ObjectId[] => [
  ...difference.changed.flatMap((change) =>
    retypedColumns(change, context).map(({ schema, table }) => tableId(schema, table)),
  ),
  ...difference.changed.flatMap(({ id, attributes }) => (attributes.includes("unlogged") ? [id] : [])),
  ...settingsOf(difference).flatMap(({ after }) => (after.attribute === "access_method" ? [after.on] : [])),
];

/**
 * What PostgreSQL makes anew with another type of a column. It only makes way for what uses the column, and not for what uses a key
 * that includes it.
 */
const isKey = ({ kind }: SchemaObject): boolean => kind === "primary_key" || kind === "unique" || kind === "index";

const usersOfKeys: ReadonlySet<ObjectKind> = new Set(["foreign_key", "view", "materialized_view", "rule", "function"]);

/** Of statistics that PostgreSQL makes anew it forgets the target, and whose they are. */
const losesWhatIsSaid = (used: SchemaObject, { before, after, runBy }: PlanContext): boolean =>
  used.kind === "statistics" &&
  [before, after].some((schema) => {
    const statistics = schema.objects.get(idOf(used));
    const role = roleOf(idOf(used), schema);
    return (statistics?.kind === "statistics" && statistics.target !== null) || (role !== undefined && role !== runBy);
  });

const usesColumn = (object: SchemaObject, name: string): boolean =>
  "table" in object && referencesOf(object).includes(columnId(object.schema, object.table, name));

/** Tables whose rows are divided by a column that takes another type. */
function dividedAnew(change: ChangedObject, context: PlanContext): readonly Table[] {
  const { before, after } = context;
  return retypedColumns(change, context).flatMap((column) => {
    const [was, is] = [tableDividedBy(column, before), tableDividedBy(column, after)];
    return was === undefined || is === undefined || idOf(was) !== idOf(is) ? [] : [was];
  });
}

/** A partition cannot leave, not even for a moment, while foreign keys to those above refer to its rows. */
function keysToRowsThatMove({ before: was, after: is }: ChangedObject, { before }: PlanContext): readonly ForeignKey[] {
  if (was.kind !== "table" || is.kind !== "table" || was.partitionOf === undefined) return [];
  if (is.partitionOf === undefined || isDeepStrictEqual(was.partitionOf, is.partitionOf)) return [];
  const above = tablesAbove(was, before);
  return objectsOfKind(before, "foreign_key").filter(({ references }) =>
    above.has(tableId(references.schema, references.table)),
  );
}

/**
 * Indexes and keys that a table keeps as its own when it becomes a partition: PostgreSQL would take one for what the table has from
 * above, if it is like that.
 */
function takenForParts({ before: was, after: is, id }: ChangedObject, context: PlanContext): readonly SchemaObject[] {
  if (was.kind !== "table" || is.kind !== "table" || is.partitionOf === undefined) return [];
  if (isDeepStrictEqual(was.partitionOf, is.partitionOf)) return [];
  const { before, after } = context;
  const fromAbove = after.partsOf(id).flatMap((part) => {
    const above = part.kind === "partition_part" ? after.objects.get(part.of) : undefined;
    return above === undefined ? [] : [keysOf(above)];
  });
  return before.partsOf(id).filter((own) => {
    const keys = keysOf(own);
    return keys !== null && after.objects.has(idOf(own)) && fromAbove.includes(keys);
  });
}

/** Indexes and keys that a partition keeps as its own, and that PostgreSQL would take for what it gets from a new one above. */
function takenForPart(part: SchemaObject, context: PlanContext): readonly SchemaObject[] {
  const { before, after } = context;
  const above = part.kind === "partition_part" ? after.objects.get(part.of) : undefined;
  if (part.kind !== "partition_part" || above === undefined) return [];
  if (above.kind === "index" && isMadeAlone(above, context)) return [];
  const keys = keysOf(above);
  const own = before.partsOf(tableId(part.schema, part.table));
  return keys === null ? [] : own.filter((other) => keysOf(other) === keys && after.objects.has(idOf(other)));
}

/** What an index is on, in order, and whether it is unique; that of a constraint, too. */
function keysOf(object: SchemaObject): string | null {
  if (object.kind === "index")
    return JSON.stringify([object.unique, ...object.keys.map(({ column, expression }) => column ?? expression)]);
  return object.kind === "primary_key" || object.kind === "unique" ? JSON.stringify([true, ...object.columns]) : null;
}

const mustReplace = (change: ChangedObject, context: PlanContext): boolean =>
  change.attributes.some((attribute) => {
    const rule = ruleOf(change.after.kind, attribute);
    return rule === "replace" || (typeof rule !== "string" && rule.replaceIf?.(change, context) === true);
  });

/** Whether a new object takes the place of one that stays what it is to all others. */
export const isRebuilt = (change: ChangedObject, context: PlanContext): boolean =>
  change.attributes.some((attribute) => {
    const rule = ruleOf(change.after.kind, attribute);
    return typeof rule !== "string" && rule.rebuilds?.(change, context) === true;
  });

type FindDependents = (id: ObjectId) => readonly SchemaObject[];

/** Dependents that must step aside: of the object itself, and of the columns that are of a type which changes. */
function affectedBy(change: ChangedObject, dependents: FindDependents): readonly SchemaObject[] {
  const tests = change.attributes.flatMap((attribute) => {
    const rule = ruleOf(change.after.kind, attribute);
    return typeof rule === "string" || rule.stepsAside === undefined ? [] : [rule.stepsAside];
  });
  if (tests.length === 0) return [];
  const direct = dependents(change.id);
  const throughColumns = direct.flatMap((object) => (object.kind === "column" ? dependents(idOf(object)) : []));
  return [...direct, ...throughColumns].filter((dependent) =>
    tests.some((stepsAside) => stepsAside(dependent, change)),
  );
}

/** Who uses an object, found once for the whole schema and only when somebody asks. */
function dependentsIn({ before }: PlanContext): FindDependents {
  let byReference: Map<ObjectId, SchemaObject[]> | undefined;
  return (id) => {
    if (byReference === undefined) {
      byReference = new Map();
      for (const object of before.objects.values()) {
        const keys = object.kind === "foreign_key" ? keysBehind(object, before) : [];
        for (const reference of new Set([...referencesOf(object), ...keys])) {
          const list = byReference.get(reference);
          if (list === undefined) byReference.set(reference, [object]);
          else list.push(object);
        }
      }
    }
    return byReference.get(id) ?? [];
  };
}
