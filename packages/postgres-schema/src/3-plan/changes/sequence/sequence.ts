import type { DatabaseSchema } from "../../../schema/database-schema.ts";
import { idOf, tableId } from "../../../schema/identify.ts";
import { attachedId, type ObjectId } from "../../../schema/object-id.ts";
import type { Column, Sequence } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { integerText } from "../../../sql/literal.ts";
import { joinSql, nothing, type Sql, sql } from "../../../sql/sql.ts";
import { typeName } from "../../../sql/type-name.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, freeStep, type Step, tieStep } from "../../step.ts";
import { heldBy, roleOf } from "../owner/role-of.ts";
import { resetPrivileges } from "../privilege/privilege.ts";
import { moveForward } from "./move-forward.ts";
import { columnWithRows, passRows } from "./pass-rows.ts";
import { changePersistence } from "./persistence.ts";

/** Each by itself, the type first: it moves the bounds that it stands for. */
const optionsOf = (sequence: Sequence): readonly Sql[] => [
  sql`AS ${typeName(sequence.type)}`,
  sql`INCREMENT BY ${integerText(sequence.increment)}`,
  sql`MINVALUE ${integerText(sequence.minimum)}`,
  sql`MAXVALUE ${integerText(sequence.maximum)}`,
  sql`START WITH ${integerText(sequence.start)}`,
  sql`CACHE ${integerText(sequence.cache)}`,
  sequence.cycle ? sql`CYCLE` : sql`NO CYCLE`,
];

function changedOptions(before: Sequence, after: Sequence): readonly Sql[] {
  if (before.type !== after.type) return [...optionsOf(after), ...restart(before, after)];
  const present = new Set(optionsOf(before).map(({ text }) => text));
  return [...optionsOf(after).filter(({ text }) => !present.has(text)), ...restart(before, after)];
}

type Bounds = Pick<Sequence, "minimum" | "maximum">;

/** Where no number that the sequence can stand at is within the new bounds, it starts again. */
export const restart = (before: Bounds, after: Bounds): readonly Sql[] =>
  BigInt(before.minimum) > BigInt(after.maximum) || BigInt(before.maximum) < BigInt(after.minimum)
    ? [sql`RESTART`]
    : [];

/** Where the number that it stands at may be out of the new bounds. */
const isNarrower = (before: Sequence, after: Sequence): boolean =>
  BigInt(before.minimum) < BigInt(after.minimum) || BigInt(before.maximum) > BigInt(after.maximum);

// Ownership is a step of its own: a sequence is there before the column whose default calls it, and owned only after. An owned one
// becomes unlogged or logged with its table, so the table is so before.
const ownedBy = (sequence: Sequence, context: PlanContext, before?: Sequence): readonly Step[] => {
  const column = sequence.ownedBy === null ? undefined : columnOf(context.after, sequence.ownedBy);
  if (column === undefined) return [tie(sequence, sql`NONE`, { context, before })];
  const table = tableId(column.schema, column.table);
  const target = sql`${qualified(column.schema, column.table)}.${ident(column.name)}`;
  // Both are made by one role, and later the table takes its sequence along to another.
  if (before === undefined && !context.before.objects.has(table))
    return [tie(sequence, target, { needs: [table, idOf(column)], context, before })];
  return [
    ...handOver(sequence, { table, context, before }),
    tie(sequence, target, { needs: [table, idOf(column), attachedId("owner", table)], context, before }),
  ];
};

const tie = (
  sequence: Sequence,
  target: Sql,
  {
    needs = [],
    context,
    before,
  }: {
    readonly needs?: readonly ObjectId[];
    readonly context: PlanContext;
    readonly before: Sequence | undefined;
  },
): Step =>
  tieStep(idOf(sequence), sql`ALTER SEQUENCE ${qualified(sequence.schema, sequence.name)} OWNED BY ${target}`, {
    needs,
    // A column takes its sequences along when it goes, and a table when it becomes unlogged or logged.
    releases: before === undefined ? [] : holdersLeft(before, context),
  });

/** A sequence belongs to a column only of a table of the same role, and no longer to the one before when it goes to another. */
function handOver(
  sequence: Sequence,
  {
    table,
    context,
    before,
  }: { readonly table: ObjectId; readonly context: PlanContext; readonly before: Sequence | undefined },
): readonly Step[] {
  const role = roleOf(table, context.after);
  const roleNow = before === undefined ? context.runBy : roleOf(idOf(before), context.before);
  if (role === undefined || role === roleNow) return [];
  const owner = sql`ALTER SEQUENCE ${qualified(sequence.schema, sequence.name)} OWNER TO ${ident(role)}`;
  return [
    ...(before?.ownedBy ? leave(before, context) : []),
    alterStep(idOf(sequence), owner, { hazards: ["changes_access"] }),
  ];
}

/** Before anything else happens to it: the column that goes takes it along, and calls it until then. */
const leave = (sequence: Sequence, context: PlanContext): readonly Step[] => [
  freeStep(idOf(sequence), sql`ALTER SEQUENCE ${qualified(sequence.schema, sequence.name)} OWNED BY NONE`, {
    releases: holdersLeft(sequence, context),
  }),
];

/** The column that a sequence belonged to, and its table, if it belongs to none of that any more. */
function holdersLeft(sequence: Sequence, { before, after }: PlanContext): readonly ObjectId[] {
  if (sequence.ownedBy === null) return [];
  const [was, is] = [heldBy(idOf(sequence), before), heldBy(idOf(sequence), after)];
  return [sequence.ownedBy, ...(was === is ? [] : [was])];
}

const keepsOwner = ({ ownedBy }: Sequence, { after }: PlanContext): boolean =>
  ownedBy === null || after.objects.has(ownedBy);

function columnOf(schema: DatabaseSchema, id: ObjectId): Column | undefined {
  const object = schema.objects.get(id);
  return object?.kind === "column" ? object : undefined;
}

export const createSequence = (sequence: Sequence, context: PlanContext): readonly Step[] => [
  createStep(
    idOf(sequence),
    sql`CREATE ${sequence.unlogged ? sql`UNLOGGED ` : nothing}SEQUENCE ${qualified(sequence.schema, sequence.name)} ${joinSql(optionsOf(sequence), " ")}`,
    {
      needs: referencesOf({ ...sequence, ownedBy: null }),
    },
  ),
  ...resetPrivileges(idOf(sequence), sql`SEQUENCE ${qualified(sequence.schema, sequence.name)}`, context),
  ...(sequence.ownedBy === null ? [] : ownedBy(sequence, context)),
];

export const dropSequence = (sequence: Sequence): readonly Step[] => [
  dropStep(idOf(sequence), sql`DROP SEQUENCE ${qualified(sequence.schema, sequence.name)}`, {
    releases: referencesOf(sequence),
  }),
];

/** Where it starts again: the rows of the column that it belongs to all along. */
function passRowsOf(before: Sequence, after: Sequence, context: PlanContext): readonly Step[] {
  if (after.ownedBy === null || before.ownedBy !== after.ownedBy || restart(before, after).length === 0) return [];
  const column = columnWithRows(after.ownedBy, context);
  const sequence = qualified(after.schema, after.name);
  return column === undefined ? [] : [passRows(idOf(after), column, { ...after, sequence })];
}

/** One statement sets all options; the rules of all attributes give the same, and the plan keeps it once. */
const changeSequence: AlterRule<"sequence"> = {
  steps: ({ id, before, after }, context) => {
    const options = changedOptions(before, after);
    return [
      ...(keepsOwner(before, context) ? [] : leave(before, context)),
      ...(options.length === 0
        ? []
        : [
            ...moveForward(after.schema, after.name, before, after).map((statement) => alterStep(id, statement, {})),
            alterStep(id, sql`ALTER SEQUENCE ${qualified(after.schema, after.name)} ${joinSql(options, " ")}`, {
              hazards: isNarrower(before, after) ? ["may_fail_on_data"] : [],
            }),
            ...passRowsOf(before, after, context),
          ]),
      ...changePersistence(before, after, context),
      ...(before.ownedBy === after.ownedBy || (after.ownedBy === null && !keepsOwner(before, context))
        ? []
        : ownedBy(after, context, before)),
    ];
  },
};

/** One statement for all that changes. */
export const sequenceAttributes = {
  type: changeSequence,
  start: changeSequence,
  increment: changeSequence,
  minimum: changeSequence,
  maximum: changeSequence,
  cache: changeSequence,
  cycle: changeSequence,
  ownedBy: changeSequence,
  unlogged: changeSequence,
} as const;
