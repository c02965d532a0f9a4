import { idOf } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Sequence, Table } from "../../../schema/objects.ts";
import { qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { alterStep, type Step } from "../../step.ts";
import { heldBy } from "../owner/role-of.ts";

const setPersistence = (sequence: Sequence): Step =>
  alterStep(
    idOf(sequence),
    sql`ALTER SEQUENCE ${qualified(sequence.schema, sequence.name)} SET ${sequence.unlogged ? sql`UNLOGGED` : sql`LOGGED`}`,
    {},
  );

/** Makes a sequence unlogged or logged, unless it becomes so with its table. */
export const changePersistence = (before: Sequence, after: Sequence, context: PlanContext): readonly Step[] => {
  const table = holderOf(after, context);
  const [was, is] = table === undefined ? [] : [context.before.objects.get(table), context.after.objects.get(table)];
  const goesAlong = was?.kind === "table" && is?.kind === "table" && was.unlogged !== is.unlogged;
  return before.unlogged === after.unlogged || goesAlong ? [] : [setPersistence(after)];
};

/** Makes the sequences of a table's columns, which became unlogged or logged with it, what they are to be. */
export const keepPersistence = (table: Table, context: PlanContext): readonly Step[] =>
  context.before
    .partsOf(idOf(table))
    .flatMap((part) => context.before.sequencesOf(idOf(part)))
    .flatMap((sequence) => {
      const later = context.after.objects.get(idOf(sequence));
      if (later?.kind !== "sequence" || holderOf(later, context) !== idOf(table)) return [];
      return (later.unlogged ?? false) === table.unlogged ? [] : [setPersistence(later)];
    });

/** The table that a sequence goes along with, as it has it on both sides. */
function holderOf(sequence: Sequence, { before, after }: PlanContext): ObjectId | undefined {
  const earlier = before.objects.get(idOf(sequence));
  const [was, is] = [heldBy(idOf(sequence), before), heldBy(idOf(sequence), after)];
  if (earlier?.kind !== "sequence" || earlier.ownedBy === null || was !== is) return undefined;
  // One whose column goes leaves before.
  return after.objects.has(earlier.ownedBy) ? is : undefined;
}
