import { identityOptionsOf, limitsOf } from "../../../schema/identity-options.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Column, IdentityOptions } from "../../../schema/objects.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { joinSql, type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { alterStep, type Step } from "../../step.ts";
import { moveForward } from "../sequence/move-forward.ts";
import { passRows } from "../sequence/pass-rows.ts";
import { restart } from "../sequence/sequence.ts";
import { sequenceOptions } from "./column-definition.ts";

/** Changes the sequence behind an identity that stays one. The number that comes next is rows, not schema. */
export const changeIdentityOptions: AlterRule<"column"> = {
  // With a new type its bounds move too: `aroundRetype` says when.
  steps: ({ id, before, after }) =>
    before.type === after.type ? setOptions(id, { before, after, from: identityOptionsOf(before) }) : [],
};

/**
 * What happens to the sequence behind an identity before and after its column gets another type. PostgreSQL takes a bound
 * that is the old type's along to the new one's, and refuses one that the type has no place for: a shorter type is only there
 * when the bounds are, and wider bounds are only there when the type is.
 */
export function aroundRetype(id: ObjectId, before: Column, after: Column): Record<"first" | "last", readonly Step[]> {
  if (before.identity === null || after.identity === null) return { first: [], last: [] };
  const from = identityOptionsOf(before);
  const [was, is] = [limitsOf(before.type), limitsOf(after.type)];
  const moved: IdentityOptions = {
    ...from,
    minimum: BigInt(from.minimum) === was.minimum ? String(is.minimum) : from.minimum,
    maximum: BigInt(from.maximum) === was.maximum ? String(is.maximum) : from.maximum,
  };
  const steps = setOptions(id, { before, after, from: moved });
  return is.maximum < was.maximum ? { first: steps, last: [] } : { first: [], last: steps };
}

interface ChangedIdentity {
  readonly before: Column;
  readonly after: Column;
  /** What the sequence has without them. */
  readonly from: IdentityOptions;
}

function setOptions(id: ObjectId, { before, after, from }: ChangedIdentity): readonly Step[] {
  if (before.identity === null || after.identity === null) return [];
  const to = identityOptionsOf(after);
  const present = new Set(sequenceOptions(from).map(({ text }) => text));
  const set = sequenceOptions(to).filter(({ text }) => !present.has(text));
  const restarted = restart(from, to);
  const statements: readonly Sql[] = [
    ...(from.name === to.name
      ? []
      : [sql`ALTER SEQUENCE ${qualified(after.schema, from.name)} RENAME TO ${ident(to.name)}`]),
    ...moveForward(after.schema, to.name, from, to),
    ...(set.length === 0
      ? []
      : [
          sql`ALTER TABLE ${qualified(after.schema, after.table)} ALTER COLUMN ${ident(after.name)} ${joinSql(
            [...set.map((option) => sql`SET ${option}`), ...restarted],
            " ",
          )}`,
        ]),
  ];
  return [
    ...statements.map((statement) => alterStep(id, statement, { lock: "access_exclusive" })),
    ...(restarted.length === 0 ? [] : [passRows(id, after, { ...to, sequence: qualified(after.schema, to.name) })]),
  ];
}
