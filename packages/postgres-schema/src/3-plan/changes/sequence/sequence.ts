import type { DatabaseSchema } from "../../../schema/database-schema.ts";
import { columnId, idOf } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Column, Sequence } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { integerText } from "../../../sql/literal.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import { typeName } from "../../../sql/type-name.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step, tieStep } from "../../step.ts";
import { resetPrivileges } from "../privilege/privilege.ts";

const optionsOf = (sequence: Sequence): Sql =>
  sql`AS ${typeName(sequence.type)} INCREMENT BY ${integerText(sequence.increment)} MINVALUE ${integerText(sequence.minimum)} MAXVALUE ${integerText(sequence.maximum)} START WITH ${integerText(sequence.start)} CACHE ${integerText(sequence.cache)} ${sequence.cycle ? sql`CYCLE` : sql`NO CYCLE`}`;

// Ownership is a step of its own: a sequence is there before the column whose default calls it, and owned only after.
const ownedBy = (sequence: Sequence, schema: DatabaseSchema, before?: Sequence): readonly Step[] => {
  const owner = sequence.ownedBy === null ? undefined : columnOf(schema, sequence.ownedBy);
  const target = owner === undefined ? sql`NONE` : sql`${qualified(owner.schema, owner.table)}.${ident(owner.name)}`;
  const needs = owner === undefined ? [] : [columnId(owner.schema, owner.table, owner.name)];
  return [
    tieStep(idOf(sequence), sql`ALTER SEQUENCE ${qualified(sequence.schema, sequence.name)} OWNED BY ${target}`, {
      needs,
      // A column takes its sequences along when it goes.
      releases: before?.ownedBy ? [before.ownedBy] : [],
    }),
  ];
};

function columnOf(schema: DatabaseSchema, id: ObjectId): Column | undefined {
  const object = schema.objects.get(id);
  return object?.kind === "column" ? object : undefined;
}

export const createSequence = (sequence: Sequence, context: PlanContext): readonly Step[] => [
  createStep(idOf(sequence), sql`CREATE SEQUENCE ${qualified(sequence.schema, sequence.name)} ${optionsOf(sequence)}`, {
    needs: referencesOf({ ...sequence, ownedBy: null }),
  }),
  ...resetPrivileges(idOf(sequence), sql`SEQUENCE ${qualified(sequence.schema, sequence.name)}`, context),
  ...(sequence.ownedBy === null ? [] : ownedBy(sequence, context.after)),
];

export const dropSequence = (sequence: Sequence): readonly Step[] => [
  dropStep(idOf(sequence), sql`DROP SEQUENCE ${qualified(sequence.schema, sequence.name)}`, {
    releases: referencesOf(sequence),
  }),
];

/** One statement sets all options; the rules of all attributes give the same, and the plan keeps it once. */
export const changeSequence: AlterRule<"sequence"> = {
  steps: ({ id, before, after }, context) => [
    ...(optionsOf(before).text === optionsOf(after).text
      ? []
      : [alterStep(id, sql`ALTER SEQUENCE ${qualified(after.schema, after.name)} ${optionsOf(after)}`, {})]),
    ...(before.ownedBy === after.ownedBy ? [] : ownedBy(after, context.after, before)),
  ],
};
