import { objectsOfKind } from "../../../schema/database-schema.ts";
import { idOf, tableId } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Table } from "../../../schema/objects.ts";
import { qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { alterStep } from "../../step.ts";
import { keepPersistence } from "../sequence/persistence.ts";

export const changeUnlogged: AlterRule<"table"> = {
  steps: ({ after }, context) => [
    alterStep(
      idOf(after),
      sql`ALTER TABLE ${qualified(after.schema, after.name)} ${after.unlogged ? sql`SET UNLOGGED` : sql`SET LOGGED`}`,
      { lock: "access_exclusive", hazards: ["rewrites_table"], needs: changedFirst(after, context) },
    ),
    ...keepPersistence(after, context),
  ],
};

/** No logged table may refer to one that is not: of two that change, the one that refers is unlogged first and logged last. */
const changedFirst = (table: Table, { after }: PlanContext): readonly ObjectId[] =>
  objectsOfKind(after, "foreign_key").flatMap((key) => {
    const ends = [tableId(key.schema, key.table), tableId(key.references.schema, key.references.table)] as const;
    const [from, to] = table.unlogged ? [ends[1], ends[0]] : ends;
    return from === idOf(table) && to !== from ? [to] : [];
  });
