import { isKind } from "../../../schema/database-schema.ts";
import { idOf, schemaId, tableId } from "../../../schema/identify.ts";
import { attachedId, kindOf, type ObjectId } from "../../../schema/object-id.ts";
import type { Index, PartitionPart, SchemaObject } from "../../../schema/objects.ts";
import { tablesAbove } from "../../../schema/parents.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident, qualified, shortenName } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { alterStep, type Step } from "../../step.ts";
import { indexDefinition, isMadeAlone } from "../index/index-definition.ts";
import { cameAlong } from "./came-along.ts";
import { findAndRename } from "./find-and-rename.ts";
import { indexNamed } from "./index-named.ts";

/** It comes by itself; there is something to do only where PostgreSQL may give it another name. */
export function createPartitionPart(part: PartitionPart, context: PlanContext): readonly Step[] {
  const above = context.after.objects.get(part.of);
  if (above?.kind === "index" && isMadeAlone(above, context)) return joinIndex(part, above, context);
  return isGivenItsName(part, context) || cameAlong(part, context)
    ? []
    : [nameStep(part, findAndRename(part, context.after), { context, creates: takenName(part, context) })];
}

/**
 * It goes by itself, and so does its name. Where it stays and the schema after says nothing of it, it gets the name that
 * PostgreSQL would have given to it.
 */
export function dropPartitionPart(part: PartitionPart, context: PlanContext): readonly Step[] {
  const { after } = context;
  const [above, table] = [after.objects.get(part.of), after.objects.get(tableId(part.schema, part.table))];
  if (above === undefined || !("table" in above) || table === undefined || !isKind(table, "table")) return [];
  const stays = tablesAbove(table, after).has(tableId(above.schema, above.table));
  const isNamed = part.name !== part.usualName && !isNumbered(part);
  if (!stays || !isNamed || after.objects.has(idOf(part))) return [];
  const drops = [nameId(part, part.name)];
  return [nameStep(part, rename(part, part.name, part.usualName), { context, drops })];
}

/** Whether PostgreSQL gave it its name, since the usual one was taken. */
const isNumbered = (part: PartitionPart): boolean => !isOfKey(part) && /_(?:idx|key|pkey|excl)\d+$/.test(part.name);

export const changePartitionPartName: AlterRule<"partition_part"> = {
  steps: ({ before: was, after: is }, context) => {
    const drops = [nameId(was, was.name)];
    const creates = takenName(is, context);
    if (namesake(is, is.name, context)?.kind !== "partition_part")
      return [nameStep(is, rename(is, was.name, is.name), { context, drops, creates })];
    // That may be given this one's name, so each lets go of its own first.
    const meanwhile = shortenName(`${was.name}__renamed`);
    return [
      nameStep(is, rename(is, was.name, meanwhile), { context, drops }),
      nameStep(is, rename(is, meanwhile, is.name), { context, creates }),
    ];
  },
};

/** The index of a partitioned table that was made for it alone gets those of partitions one by one. */
function joinIndex(part: PartitionPart, above: Index, context: PlanContext): readonly Step[] {
  const next = nextAbove(part, above, context);
  const made = nameStep(part, indexDefinition(above, context, part), { context, creates: takenName(part, context) });
  const joined = sql`ALTER INDEX ${qualified(next.schema, next.name)} ATTACH PARTITION ${qualified(part.schema, part.name)}`;
  const { needs } = made;
  return [
    {
      ...made,
      needs: [...needs, ...partsThatComeByThemselves(part, context)],
      lock: "share",
      hazards: ["blocks_writes", ...(above.unique ? (["may_fail_on_data"] as const) : [])],
    },
    { ...nameStep(part, joined, { context }), needs: [...needs, idOf(next)] },
  ];
}

/** What the partition has of other indexes: one may have got the name of this one at first. */
const partsThatComeByThemselves = ({ schema, table }: PartitionPart, context: PlanContext): readonly ObjectId[] =>
  context.after.partsOf(tableId(schema, table)).flatMap((part) => {
    if (part.kind !== "partition_part" || isOfKey(part)) return [];
    const above = context.after.objects.get(part.of);
    return above?.kind === "index" && isMadeAlone(above, context) ? [] : [idOf(part)];
  });

/** What it is a part of on the very next table above. */
function nextAbove({ schema, table, of }: PartitionPart, above: Index, { after }: PlanContext): Index | PartitionPart {
  const on = after.objects.get(tableId(schema, table));
  const parent = on !== undefined && isKind(on, "table") ? on.partitionOf : undefined;
  const parts = parent === undefined ? [] : after.partsOf(tableId(parent.schema, parent.table));
  return parts.flatMap((part) => (part.kind === "partition_part" && part.of === of ? [part] : []))[0] ?? above;
}

/** Whether PostgreSQL gives it the name that it is to have, since no other one can have that. */
function isGivenItsName(part: PartitionPart, { before, after }: PlanContext): boolean {
  if (part.name !== part.usualName) return false;
  if (isOfKey(part)) return true;
  const named = indexNamed(before, part.schema, part.name);
  const isFree = named === undefined || idOf(named) === idOf(part);
  return isFree && !after.partsOf(tableId(part.schema, part.table)).some((other) => isCalledLike(other, part));
}

const isCalledLike = (other: SchemaObject, part: PartitionPart): boolean =>
  other.kind === "partition_part" && other.of !== part.of && !isOfKey(other) && other.usualName === part.usualName;

interface Around {
  readonly context: PlanContext;
  readonly drops?: readonly ObjectId[];
  readonly creates?: readonly ObjectId[];
}

function nameStep(part: PartitionPart, statement: Sql, { context, ...links }: Around): Step {
  const above = context.after.objects.get(part.of);
  return alterStep(idOf(part), statement, {
    lock: isOfKey(part) ? "access_exclusive" : "share_update_exclusive",
    // What changes a column makes all that stands on it anew.
    needs: [...referencesOf(part), ...(above === undefined ? [] : referencesOf(above))],
    ...links,
  });
}

function rename(part: PartitionPart, from: string, to: string): Sql {
  const { schema, table } = part;
  return isOfKey(part)
    ? sql`ALTER TABLE ${qualified(schema, table)} RENAME CONSTRAINT ${ident(from)} TO ${ident(to)}`
    : sql`ALTER INDEX ${qualified(schema, from)} RENAME TO ${ident(to)}`;
}

const isOfKey = ({ of }: PartitionPart): boolean => kindOf(of) === "foreign_key";

/** What has a name before that the part is to have: an index in its schema, or a constraint on its table. */
const namesake = (part: PartitionPart, name: string, { before }: PlanContext): SchemaObject | undefined =>
  isOfKey(part)
    ? before.partsOf(tableId(part.schema, part.table)).find((other) => other.kind === part.kind && other.name === name)
    : indexNamed(before, part.schema, name);

/** A name where it has to be the only one: one part lets go of it before another takes it. */
const nameId = (part: PartitionPart, name: string): ObjectId =>
  attachedId("name", isOfKey(part) ? tableId(part.schema, part.table) : schemaId(part.schema), name);

/** What is there once the name is free: whatever has it is gone then, or has another one. */
function takenName(part: PartitionPart, context: PlanContext): readonly ObjectId[] {
  const named = namesake(part, part.name, context);
  const goes = named !== undefined && !context.after.objects.has(idOf(named));
  return [nameId(part, part.name), ...(goes ? [idOf(named)] : [])];
}
