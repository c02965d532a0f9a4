import { objectsOfKind } from "../../../schema/database-schema.ts";
import { columnId, idOf, tableId } from "../../../schema/identify.ts";
import { attachedId, kindOf, type ObjectId, objectId } from "../../../schema/object-id.ts";
import type { Check, Table } from "../../../schema/objects.ts";
import { parentsOf, tablesAbove } from "../../../schema/parents.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { sql, trusted } from "../../../sql/sql.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { nameless } from "../../inherited-parts.ts";
import { alterStep, freeStep, type Step, tieStep } from "../../step.ts";
import { checkDefinition } from "../constraint/constraint-definition.ts";
import { isUnvalidatedIn } from "../constraint/create-check.ts";
import { cameAlong } from "../partition-part/came-along.ts";
import { partsOfPartition } from "../partition-part/parts-of-partitions.ts";
import { isAnotherTable } from "./another-table.ts";
import { nameAsOwn, nameAsParent } from "./name-not-nulls.ts";

/** Detaches and attaches a partition; its rows stay, and are checked against a new bound. */
export const changePartitionOf: AlterRule<"table"> = {
  steps: ({ id, before, after }, context) => {
    if (isBoundAnew(before, after)) return changeBound({ before, after }, context);
    const name = qualified(after.schema, after.name);
    const detach = ({ schema, table }: NonNullable<Table["partitionOf"]>) =>
      alterStep(id, sql`ALTER TABLE ${qualified(schema, table)} DETACH PARTITION ${name}`, {
        lock: "access_exclusive",
        hazards: ["locks_other_table"],
        alters: [placesIn(tableId(schema, table))],
        releases: [tableId(schema, table), ...takenAlong(tableId(schema, table), context)],
      });
    const attach = ({ schema, table, bound }: NonNullable<Table["partitionOf"]>) =>
      alterStep(id, sql`ALTER TABLE ${qualified(schema, table)} ATTACH PARTITION ${name} ${trusted(bound)}`, {
        lock: "access_exclusive",
        hazards: [
          "locks_other_table",
          "scans_table",
          "may_fail_on_data",
          ...(buildsIndexes(id, context) ? (["blocks_writes"] as const) : []),
        ],
        creates: partsOfPartition(id, context.after),
        needs: [tableId(schema, table), placesIn(tableId(schema, table)), ...columnsAbove(after, context.after)],
      });
    return [
      ...(before.partitionOf === undefined ? [] : [detach(before.partitionOf)]),
      ...(before.partitionOf === undefined
        ? []
        : [...dropLeftovers({ before, after }, context), ...nameAsOwn(after, before.partitionOf, context)]),
      ...(before.partitionOf !== undefined && after.inherits !== undefined
        ? changeOtherParents({ before, after }, context)
        : []),
      ...(after.partitionOf === undefined
        ? []
        : [
            ...fitParent({ before, after }, context),
            ...nameAsParent(after, after.partitionOf, context),
            attach(after.partitionOf),
          ]),
    ];
  },
};

type Schemas = Pick<PlanContext, "before" | "after">;

/** Whether a table that becomes a partition has not all indexes that it has to have. */
const buildsIndexes = (table: ObjectId, context: PlanContext): boolean =>
  context.after
    .partsOf(table)
    .some((part) => part.kind === "partition_part" && kindOf(part.of) !== "foreign_key" && !cameAlong(part, context));

/** The bounds of a table's partitions: those that leave make room for those that come. */
const placesIn = (parent: ObjectId): ObjectId => attachedId("places", parent);

/** A table joins when the columns of those above are what they are to be, as its own are by then. */
const columnsAbove = (table: Table, schema: PlanContext["after"]): readonly ObjectId[] =>
  [...tablesAbove(table, schema)].flatMap((above) =>
    schema
      .partsOf(above)
      .filter(({ kind }) => kind === "column")
      .map(idOf),
  );

/** What PostgreSQL holds against a parent's when a table becomes its child. */
const ownParts = (table: Table, schema: PlanContext["after"]): readonly ObjectId[] =>
  schema
    .partsOf(idOf(table))
    .filter(({ kind }) => kind === "column" || kind === "check" || kind === "not_null")
    .map(idOf);

const isBoundAnew = (before: Table, after: Table): boolean => {
  const [{ partitionOf: from }, { partitionOf: to }] = [before, after];
  return (
    from !== undefined &&
    to !== undefined &&
    from.bound !== to.bound &&
    tableId(from.schema, from.table) === tableId(to.schema, to.table) &&
    !isAnotherTable(before, after)
  );
};

/**
 * A partition that only leaves for a moment changes with its parent: what that loses it loses before, what that gets it gets
 * after. All that are bound anew leave before the first comes back, as one may take the place of another.
 */
function changeBound(
  { before, after }: { readonly before: Table; readonly after: Table },
  context: PlanContext,
): readonly Step[] {
  const { partitionOf } = after;
  if (partitionOf === undefined) return [];
  const parent = tableId(partitionOf.schema, partitionOf.table);
  const [above, name] = [qualified(partitionOf.schema, partitionOf.table), qualified(after.schema, after.name)];
  const others = objectsOfKind(context.after, "table").filter((table) => {
    const was = context.before.objects.get(idOf(table));
    const isSibling = table.partitionOf !== undefined && parentsOf(table).includes(parent);
    return isSibling && was?.kind === "table" && idOf(was) !== idOf(before) && isBoundAnew(was, table);
  });
  return [
    alterStep(idOf(after), sql`ALTER TABLE ${above} DETACH PARTITION ${name}`, {
      lock: "access_exclusive",
      hazards: ["locks_other_table"],
      alters: [parent],
    }),
    alterStep(parent, sql`ALTER TABLE ${above} ATTACH PARTITION ${name} ${trusted(partitionOf.bound)}`, {
      lock: "access_exclusive",
      hazards: ["locks_other_table", "scans_table", "may_fail_on_data"],
      needs: [...others.map(idOf), placesIn(parent)],
    }),
  ];
}

/** What the parent has when a partition leaves stays with that. With a parent that goes, its foreign keys go first. */
const takenAlong = (parent: ObjectId, { before, after }: PlanContext): readonly ObjectId[] =>
  before
    .partsOf(parent)
    .filter(({ kind }) => kind === "column" || after.objects.has(parent))
    .map(idOf);

/**
 * What a table had from its parent stays when it leaves; here goes what it is not to have, nor gets from another one. What
 * the parent itself loses first is gone by then.
 */
const dropLeftovers = (
  { before: table, after: later }: { readonly before: Table; readonly after: Table },
  { before, after }: PlanContext,
): readonly Step[] =>
  (table.fromParents ?? []).flatMap(({ kind, name }) => {
    const { schema, name: of } = table;
    if (later.fromParents?.some((part) => part.kind === kind && part.name === name)) return [];
    const kept =
      kind === "index"
        ? isOwnNow(table, name, { before, after })
        : constraintKinds.some((constraint) => after.objects.has(objectId(constraint, schema, of, name)));
    if (kept) return [];
    const leaving =
      kind === "index"
        ? sql`DROP INDEX IF EXISTS ${qualified(schema, name)}`
        : sql`ALTER TABLE ${qualified(schema, of)} DROP CONSTRAINT IF EXISTS ${ident(name)}`;
    const refers = foreignKeysAbove(table, before).has(name);
    return [
      alterStep(idOf(table), leaving, {
        lock: "access_exclusive",
        ...(refers ? { hazards: ["locks_other_table"] as const } : {}),
      }),
    ];
  });

/** Whether a table keeps the index of that name as its own, and does not have another one of that name. */
function isOwnNow({ schema, name: table }: Table, name: string, { before, after }: Schemas): boolean {
  const own = after.objects.get(objectId("index", schema, name));
  const part = before.partsOf(tableId(schema, table)).find((of) => of.kind === "partition_part" && of.name === name);
  const above = part?.kind === "partition_part" ? before.objects.get(part.of) : undefined;
  return own !== undefined && (above === undefined || nameless(above) === nameless(own));
}

/** The names of the foreign keys that a table has from those above it. */
const foreignKeysAbove = (table: Table, schema: PlanContext["before"]): ReadonlySet<string> =>
  new Set(
    [...tablesAbove(table, schema)].flatMap((above) =>
      schema.partsOf(above).flatMap((part) => (part.kind === "foreign_key" ? [part.name] : [])),
    ),
  );

/** What PostgreSQL wants to see on a table before it becomes a partition: the checks and NOT NULLs of those above. */
function fitParent(
  { before: table, after: later }: { readonly before: Table; readonly after: Table },
  { before, after }: PlanContext,
): readonly Step[] {
  const { partitionOf: parent } = later;
  if (parent === undefined) return [];
  const costs = { lock: "access_exclusive", hazards: ["scans_table", "may_fail_on_data"] } as const;
  const name = qualified(table.schema, table.name);
  const parentId = tableId(parent.schema, parent.table);
  const partsAbove = [...tablesAbove(later, after)].flatMap((above) => after.partsOf(above));
  return partsAbove.flatMap((part) => {
    if (part.kind === "check") {
      const has =
        before.objects.has(objectId("check", table.schema, table.name, part.name)) || stays(table, later, part.name);
      if (has || part.noInherit === true) return [];
      return [
        alterStep(idOf(table), sql`ALTER TABLE ${name} ADD ${checkDefinition(partOf(later, part))}`, {
          ...costs,
          needs: [parentId, ...part.dependsOn],
        }),
      ];
    }
    if (part.kind !== "column" || part.nullable) return [];
    const own = before.objects.get(columnId(table.schema, table.name, part.name));
    if (own?.kind !== "column" || !own.nullable) return [];
    return [alterStep(idOf(table), sql`ALTER TABLE ${name} ALTER COLUMN ${ident(part.name)} SET NOT NULL`, costs)];
  });
}

/** A parent's check as a table below has it. */
const partOf = (table: Table, check: Check): Check =>
  check.validated || check.notEnforced ? check : { ...check, validated: !isUnvalidatedIn(check, table) };

/** Whether a table keeps a constraint of its former parent's. */
const stays = ({ fromParents = [] }: Table, later: Table, name: string): boolean =>
  fromParents.some((part) => part.name === name) && later.fromParents?.some((part) => part.name === name) === true;

const constraintKinds = ["primary_key", "unique", "check", "foreign_key", "exclusion"];

/** Leaves a parent. What a table has from one, it can only change or lose when it has left. */
function leave(table: Table, parent: NonNullable<Table["inherits"]>[number], context: PlanContext): Step {
  const from = tableId(parent.schema, parent.table);
  const [name, above] = [qualified(table.schema, table.name), qualified(parent.schema, parent.table)];
  return freeStep(idOf(table), sql`ALTER TABLE ${name} NO INHERIT ${above}`, {
    lock: "access_exclusive",
    releases: [from, ...takenAlong(from, context), ...ownParts(table, context.before)],
  });
}

/** Joins a parent. Nothing waits for it, and it waits for all that has to be alike. */
function join(table: Table, parent: NonNullable<Table["inherits"]>[number], { after }: PlanContext): Step {
  const [name, above] = [qualified(table.schema, table.name), qualified(parent.schema, parent.table)];
  return tieStep(idOf(table), sql`ALTER TABLE ${name} INHERIT ${above}`, {
    lock: "access_exclusive",
    hazards: ["locks_other_table"],
    needs: [tableId(parent.schema, parent.table), ...columnsAbove(table, after), ...ownParts(table, after)],
  });
}

/** Gives a table other parents. A column that came from one that goes stays, as the table's own. */
export const changeInherits: AlterRule<"table"> = {
  // A partition leaves before it has other parents.
  steps: (change, context) => (change.before.partitionOf === undefined ? changeOtherParents(change, context) : []),
};

function changeOtherParents(
  { before, after }: { readonly before: Table; readonly after: Table },
  context: PlanContext,
): readonly Step[] {
  const idsOf = ({ inherits = [] }: Table) => inherits.map(({ schema, table }) => tableId(schema, table));
  const [from, to] = [new Set(idsOf(before)), new Set(idsOf(after))];
  const gone = (before.inherits ?? []).filter(({ schema, table }) => !to.has(tableId(schema, table)));
  const come = (after.inherits ?? []).filter(({ schema, table }) => !from.has(tableId(schema, table)));
  return [
    ...gone.map((parent) => leave(before, parent, context)),
    ...(gone.length === 0 ? [] : dropLeftovers({ before, after }, context)),
    ...gone.flatMap((parent) => nameAsOwn(after, parent, context)),
    ...come.flatMap((parent) => nameAsParent(after, parent, context)),
    ...come.map((parent) => join(after, parent, context)),
  ];
}
