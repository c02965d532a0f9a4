import { identityOptionsOf } from "../../../schema/identity-options.ts";
import { type ObjectId, objectId } from "../../../schema/object-id.ts";
import type { Column } from "../../../schema/objects.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule, AttributeChange, PlanContext } from "../../change-rule.ts";
import { alterStep, type Step } from "../../step.ts";
import { resetIdentityPrivileges } from "../privilege/privilege.ts";
import { columnWithRows, passRows } from "../sequence/pass-rows.ts";
import { changeColumnNullable } from "./change-column-nullable.ts";
import { changeColumnType } from "./change-column-type.ts";
import { identityDefinition, identityKind, identitySequenceName } from "./column-definition.ts";

export const changeColumnIdentity: AlterRule<"column"> = {
  steps: (change, context) => {
    const { id, before, after } = change;
    const action: Sql =
      after.identity === null
        ? sql`DROP IDENTITY`
        : before.identity === null
          ? sql`ADD${identityDefinition(after)}`
          : sql`SET GENERATED ${identityKind(after)}`;
    // PostgreSQL makes no identity of a column that is no whole number, or may be empty.
    const becomesNumber = before.identity === null && after.identity !== null && before.type !== after.type;
    const numbers = becomesNumber ? changeColumnType.steps(change, context) : [];
    const required = before.nullable && after.identity !== null ? changeColumnNullable.steps(change, context) : [];
    return [
      ...numbers,
      ...required,
      alterStep(
        id,
        sql`ALTER TABLE ${qualified(after.schema, after.table)} ALTER COLUMN ${ident(after.name)} ${action}`,
        {
          lock: "access_exclusive",
          creates: before.identity === null ? [sequenceOf(after)] : [],
          drops: after.identity === null ? [sequenceOf(before)] : [],
        },
      ),
      ...(before.identity === null
        ? [...resetIdentityPrivileges(after, context), ...passRowsOfIdentity(change, context)]
        : []),
    ];
  },
};

/** The numbers begin behind those of the rows. */
function passRowsOfIdentity({ id, after }: AttributeChange<"column">, context: PlanContext): readonly Step[] {
  const column = columnWithRows(id, context);
  if (column === undefined) return [];
  return [passRows(id, column, { ...identityOptionsOf(after), sequence: identitySequenceName(after) })];
}

/** The sequence behind the identity: another one may have had its name, or may get it. */
const sequenceOf = (column: Column): ObjectId => objectId("sequence", column.schema, identityOptionsOf(column).name);
