import { type ChangedObject, type Difference, diffSchemas } from "../2-diff/diff-schemas.ts";
import { type DatabaseSchema, databaseSchema, isKind, objectsOfKind } from "../schema/database-schema.ts";
import { idOf } from "../schema/identify.ts";
import { indexSchema } from "../schema/indexed-schema.ts";
import { type ObjectId, objectId } from "../schema/object-id.ts";
import type { Column, SchemaObject } from "../schema/objects.ts";
import { invertRenames, type Rename, renameInSchema } from "../schema/rename-objects.ts";
import type { Sql } from "../sql/sql.ts";
import type { Copies, PlanContext } from "./change-rule.ts";
import { notNullWith } from "./changes/column/create-column.ts";
import { sequencesDroppedWith } from "./changes/column/drop-column.ts";
import { checksWithin } from "./changes/domain/domain.ts";
import { isStill } from "./changes/not-null/not-null.ts";
import { withPublicationsCarriedAlong } from "./changes/publication/publications-carried-along.ts";
import { partsWithin } from "./changes/table/create-table.ts";
import { partsDroppedWith } from "./changes/table/drop-table.ts";
import { withRowsCarriedAlong } from "./changes/type/rows-carried-along.ts";
import { withTypesCarriedAlong } from "./changes/type/types-carried-along.ts";
import { withColumnsBehind } from "./columns-behind.ts";
import { inheritedParts } from "./inherited-parts.ts";
import { createSteps, dropSteps, ruleOf } from "./look-up-rule.ts";
import { mapValuesStep } from "./map-values-step.ts";
import { movesApart } from "./move-apart.ts";
import { orderSteps } from "./order-steps.ts";
import { orderWished } from "./order-wished.ts";
import { type AppliedRenames, applyRenames } from "./renames/apply-renames.ts";
import { isRebuilt, replacedObjects } from "./replaced-objects.ts";
import { spareNewTables } from "./spare-new-tables.ts";
import type { Step } from "./step.ts";

/** What a plan must know besides the two schemas. */
export interface PlanOptions {
  readonly postgresMajor: number;
  readonly renames?: readonly Rename[];
  /** See `PlanContext.runBy`. */
  readonly runBy?: string;
  /** See `PlanContext.resetPrivilegesOf`. */
  readonly resetPrivilegesOf?: readonly string[];
  /** By column: the value that existing rows get when the column becomes required. */
  readonly backfills?: ReadonlyMap<ObjectId, Sql>;
  /** By column: the new value as an expression over the old row, when the type changes. */
  readonly conversions?: ReadonlyMap<ObjectId, Sql>;
  /** Columns whose new type has a place for every value, so that code that knows the old one goes on meanwhile. */
  readonly widened?: ReadonlySet<ObjectId>;
  /** By column: the value that takes the place of one that goes. */
  readonly valueMaps?: ReadonlyMap<ObjectId, ReadonlyMap<string, string>>;
  /**
   * Columns that repeat another column of their table. A new one is filled from it without firing triggers, and nothing is
   * lost when one goes. Whatever keeps them equal is part of the schemas.
   */
  readonly copies?: Copies;
  /** Whether indexes are built and dropped while others write, each statement in no transaction. */
  readonly concurrently?: boolean;
}

/**
 * Ordered steps that turn one schema into another. They are run with `check_function_bodies` off: a body may name what
 * only comes after it.
 */
export interface Plan {
  readonly steps: readonly Step[];
  readonly difference: Difference;
}

/**
 * Plans the steps from `before` to `after`, two schemas of the same form. What nothing can be done about, an index's
 * name that PostgreSQL made up, is no step: no steps means that there is nothing to do.
 */
export function planMigration(before: DatabaseSchema, after: DatabaseSchema, options: PlanOptions): Plan {
  const renamed = applyRenames(before, after, options.renames ?? []);
  const ways = [renamed.schema, ...movesApart(renamed.schema, after), after];
  const copies = { before: copiesNow(before, renamed, options.copies), after: options.copies?.after ?? new Map() };
  const resetPrivilegesOf = [...(options.resetPrivilegesOf ?? []), ...grantedByDefault(renamed.schema)];
  // Where tables move, all else changes between their leaving and their joining.
  const main = Math.max(ways.length - 3, 0);
  const steps = ways.slice(1).flatMap((to, place) => {
    const changing = place === main;
    return stepsBetween(ways[place] ?? before, to, {
      end: after,
      postgresMajor: options.postgresMajor,
      runBy: options.runBy ?? null,
      resetPrivilegesOf: [...new Set(resetPrivilegesOf)].sort(),
      backfills: (changing && options.backfills) || new Map(),
      conversions: (changing && options.conversions) || new Map(),
      valueMaps: (changing && options.valueMaps) || new Map(),
      copies: {
        before: place <= main ? copies.before : copies.after,
        after: place < main ? copies.before : copies.after,
      },
      concurrently: options.concurrently ?? false,
    });
  });
  return { steps: [...renamed.steps, ...steps], difference: diffSchemas(renamed.schema, after) };
}

function stepsBetween(
  before: DatabaseSchema,
  after: DatabaseSchema,
  {
    valueMaps,
    ...options
  }: Omit<PlanContext, "before" | "after" | "replaced"> & Required<Pick<PlanOptions, "valueMaps">>,
): readonly Step[] {
  const context: PlanContext = {
    ...options,
    before: indexSchema(before),
    after: indexSchema(after),
    replaced: new Set(),
  };
  const changes = withColumnsBehind(
    [
      ...changesOf(diffSchemas(before, after), context),
      ...[...valueMaps].map(([column, map]) => mapValuesStep(column, map, context)),
    ],
    context,
  );
  const ordered = orderSteps(changes, orderWished(changes.flat(), context));
  return spareNewTables(ordered, context);
}

/** The way back: the same planner, with the two schemas changed over. `valueMaps` says where values go on the way back. */
export const planRollback = (
  before: DatabaseSchema,
  after: DatabaseSchema,
  options: Pick<PlanOptions, "postgresMajor" | "renames" | "runBy" | "resetPrivilegesOf" | "valueMaps" | "copies">,
): Plan => {
  const { renames = [], copies } = options;
  return planMigration(after, before, {
    ...options,
    renames: invertRenames(renames),
    ...(copies === undefined ? {} : { copies: { before: copies.after, after: copies.before } }),
  });
};

/** The copies of the schema before, in the names that the renames leave. */
function copiesNow(before: DatabaseSchema, { renames }: AppliedRenames, copies: Copies | undefined): Copies["before"] {
  const nowCalled = (id: ObjectId): ObjectId => {
    const object = before.objects.get(id);
    if (object === undefined) return id;
    return [...renames.reduce(renameInSchema, databaseSchema([object])).objects.keys()][0] ?? id;
  };
  return new Map([...(copies?.before ?? [])].map(([copy, of]) => [nowCalled(copy), nowCalled(of)]));
}

function changesOf(found: Difference, looking: PlanContext): readonly (readonly Step[])[] {
  const isRebuiltHere = (change: ChangedObject): boolean => isRebuilt(change, looking);
  const withTypes = withRowsCarriedAlong(withTypesCarriedAlong(found, looking, isRebuiltHere), looking, isRebuiltHere);
  const difference = withPublicationsCarriedAlong(withTypes, looking, isRebuiltHere);
  const inherited = inheritedParts(difference.changed, looking);
  const replaced = replacedObjects(difference, looking, inherited);
  const context: PlanContext = { ...looking, replaced };
  const created = [...difference.added, ...[...replaced].map((id) => objectAt(context.after, id))];
  const madeWithin = new Set([
    ...difference.changed.flatMap((change) =>
      isKind(change.after, "domain") && isRebuilt(change, context) && !replaced.has(change.id)
        ? checksWithin(change.after, context.after).map(idOf)
        : [],
    ),
    ...created.flatMap((object) => (isKind(object, "table") ? partsWithin(object, context).map(idOf) : [])),
    ...created.flatMap((object) => (isKind(object, "domain") ? checksWithin(object, context.after).map(idOf) : [])),
  ]);
  const goneWithin = partsThatGoAlong(
    [...difference.removed, ...[...replaced].map((id) => objectAt(context.before, id))],
    difference.changed.filter((change) => isRebuilt(change, context)).map(({ id }) => id),
    context,
  );
  const comeAlong = partsOfNewColumns(
    created.filter((object) => !madeWithin.has(idOf(object)) && !inherited.has(idOf(object))),
    context,
  );
  return [
    ...difference.removed.flatMap((object) =>
      goneWithin.has(idOf(object)) || inherited.has(idOf(object)) ? [] : [dropSteps(object, context)],
    ),
    ...[...replaced].flatMap((id) => [
      goneWithin.has(id) ? [] : dropSteps(objectAt(context.before, id), context),
      madeWithin.has(id) || comeAlong.has(id) ? [] : createSteps(objectAt(context.after, id), context),
    ]),
    ...difference.added.flatMap((object) =>
      [madeWithin, comeAlong, inherited].some((made) => made.has(idOf(object))) ? [] : [createSteps(object, context)],
    ),
    ...difference.changed.flatMap((change) => (replaced.has(change.id) ? [] : [alterSteps(change, context)])),
  ];
}

/** Roles that get rights on new objects by themselves while the plan runs. */
const grantedByDefault = (schema: DatabaseSchema): readonly string[] =>
  objectsOfKind(schema, "default_privilege").flatMap(({ role, grantee }) => (grantee === role ? [] : [grantee]));

/** The steps of each attribute that changed; attributes that share a statement give it once, when the last one's turn has come. */
function alterSteps(change: ChangedObject, context: PlanContext): readonly Step[] {
  const seen = new Set<string>();
  const rules = change.attributes
    .map((attribute) => ruleOf(change.after.kind, attribute))
    .filter((rule) => typeof rule !== "string")
    .filter((rule, place, all) => all.lastIndexOf(rule) === place);
  // What is made anew is made as it is to be.
  const rebuilding = rules.filter((rule) => rule.rebuilds?.(change, context) === true);
  return (rebuilding.length > 0 ? rebuilding : rules)
    .flatMap((rule) => rule.steps(change, context))
    .filter(({ sql }) => !seen.has(sql.text) && seen.add(sql.text));
}

/**
 * What goes with something that is dropped: a table's parts, a column's default, the comments and rights on any of them; of
 * what is rebuilt, the comments and rights.
 */
function partsThatGoAlong(
  dropped: readonly SchemaObject[],
  rebuilt: readonly ObjectId[],
  context: PlanContext,
): ReadonlySet<ObjectId> {
  const gone = new Set<ObjectId>();
  for (const object of dropped) {
    if (isKind(object, "table")) for (const part of partsDroppedWith(object, context)) gone.add(idOf(part));
    if (isKind(object, "domain")) for (const part of context.before.partsOf(idOf(object))) gone.add(idOf(part));
    if (!isKind(object, "column")) continue;
    gone.add(defaultIdOf(object));
    gone.add(objectId("not_null", object.schema, object.table, object.name));
    for (const sequence of sequencesDroppedWith(object, context)) gone.add(idOf(sequence));
  }
  // A column that is its parent's again is still there, and so is its comment; or a constraint that nothing is said of any more.
  const taken = dropped
    .filter(
      (object) => !isKind(object, "inherited_column") && !(isKind(object, "not_null") && isStill(object, context)),
    )
    .map(idOf);
  const goAlong = (id: ObjectId): void => {
    for (const attached of context.before.attachedTo(id)) {
      gone.add(idOf(attached));
      if (isKind(attached, "partition_part")) goAlong(idOf(attached));
    }
  };
  for (const id of [...taken, ...gone, ...rebuilt]) goAlong(id);
  return gone;
}

/** ADD COLUMN brings the default along, and what is said of its NOT NULL constraint. */
const partsOfNewColumns = (added: readonly SchemaObject[], { after }: PlanContext): ReadonlySet<ObjectId> =>
  new Set(
    added.flatMap((object) => {
      if (!isKind(object, "column")) return [];
      const said = notNullWith(object, after);
      return [defaultIdOf(object), ...(said === undefined ? [] : [idOf(said)])];
    }),
  );

const defaultIdOf = ({ schema, table, name }: Column): ObjectId => objectId("default", schema, table, name);

function objectAt(schema: DatabaseSchema, id: ObjectId): SchemaObject {
  const object = schema.objects.get(id);
  if (object === undefined) throw new Error(`${id} is not in the schema`);
  return object;
}
