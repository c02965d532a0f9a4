import { sequenceNameOf } from "../../../schema/made-up-name.ts";
import type { Column, IdentityOptions } from "../../../schema/objects.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { integerText, literal } from "../../../sql/literal.ts";
import { joinSql, type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { alterStep } from "../../step.ts";
import { sequenceOptions } from "./column-definition.ts";

/** Changes the sequence behind an identity that stays one. The number that comes next is rows, not schema. */
export const changeIdentityOptions: AlterRule<"column"> = {
  steps: ({ id, before, after }) => {
    if (before.identity === null || after.identity === null) return [];
    const from = optionsOf(before);
    const to = optionsOf(after);
    const present = new Set(sequenceOptions(from).map(({ text }) => text));
    const set = sequenceOptions(to).filter(({ text }) => !present.has(text));
    const statements: readonly Sql[] = [
      ...(from.name === to.name
        ? []
        : [sql`ALTER SEQUENCE ${qualified(after.schema, from.name)} RENAME TO ${ident(to.name)}`]),
      ...moveInto(to, from, after),
      ...(set.length === 0
        ? []
        : [
            sql`ALTER TABLE ${qualified(after.schema, after.table)} ALTER COLUMN ${ident(after.name)} ${joinSql(
              set.map((option) => sql`SET ${option}`),
              " ",
            )}`,
          ]),
    ];
    return statements.map((statement) => alterStep(id, statement, { lock: "access_exclusive" }));
  },
};

/** PostgreSQL refuses bounds that the number which it stands at is out of. */
const moveInto = (to: IdentityOptions, from: IdentityOptions, { schema }: Column): readonly Sql[] => {
  if (BigInt(to.minimum) <= BigInt(from.minimum) || BigInt(to.minimum) > BigInt(from.maximum)) return [];
  const [sequence, first] = [qualified(schema, to.name), integerText(to.minimum)];
  return [sql`SELECT setval(${literal(sequence.text)}, ${first}, false) FROM ${sequence} WHERE last_value < ${first}`];
};

const maxima: Readonly<Record<string, string>> = { smallint: "32767", integer: "2147483647" };

/** What PostgreSQL makes by itself, where nothing else is said. */
export const optionsOf = ({ table, name, type, identityOptions }: Column): IdentityOptions =>
  identityOptions ?? {
    name: sequenceNameOf(table, name),
    start: "1",
    increment: "1",
    minimum: "1",
    maximum: maxima[type] ?? "9223372036854775807",
    cache: "1",
    cycle: false,
  };
