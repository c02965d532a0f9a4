import { tableId } from "../../../schema/identify.ts";
import type { Table } from "../../../schema/objects.ts";
import { qualified } from "../../../sql/identifier.ts";
import { sql, trusted } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { alterStep } from "../../step.ts";

/** Detaches and attaches a partition; its rows stay, and are checked against a new bound. */
export const changePartitionOf: AlterRule<"table"> = {
  steps: ({ id, before, after }) => {
    const name = qualified(after.schema, after.name);
    const detach = ({ schema, table }: NonNullable<Table["partitionOf"]>) =>
      alterStep(id, sql`ALTER TABLE ${qualified(schema, table)} DETACH PARTITION ${name}`, {
        lock: "access_exclusive",
        hazards: ["locks_other_table"],
        releases: [tableId(schema, table)],
      });
    const attach = ({ schema, table, bound }: NonNullable<Table["partitionOf"]>) =>
      alterStep(id, sql`ALTER TABLE ${qualified(schema, table)} ATTACH PARTITION ${name} ${trusted(bound)}`, {
        lock: "access_exclusive",
        hazards: ["locks_other_table", "scans_table", "may_fail_on_data"],
        needs: [tableId(schema, table)],
      });
    return [
      ...(before.partitionOf === undefined ? [] : [detach(before.partitionOf)]),
      ...(after.partitionOf === undefined ? [] : [attach(after.partitionOf)]),
    ];
  },
};

/** Gives a table other parents. A column that came from one that goes stays, as the table's own. */
export const changeInherits: AlterRule<"table"> = {
  steps: ({ id, before, after }) => {
    const name = qualified(after.schema, after.name);
    const idsOf = ({ inherits = [] }: Table) => inherits.map(({ schema, table }) => tableId(schema, table));
    const [from, to] = [new Set(idsOf(before)), new Set(idsOf(after))];
    const gone = (before.inherits ?? []).filter(({ schema, table }) => !to.has(tableId(schema, table)));
    const come = (after.inherits ?? []).filter(({ schema, table }) => !from.has(tableId(schema, table)));
    return [
      ...gone.map(({ schema, table }) =>
        alterStep(id, sql`ALTER TABLE ${name} NO INHERIT ${qualified(schema, table)}`, {
          lock: "access_exclusive",
          releases: [tableId(schema, table)],
        }),
      ),
      ...come.map(({ schema, table }) =>
        alterStep(id, sql`ALTER TABLE ${name} INHERIT ${qualified(schema, table)}`, {
          lock: "access_exclusive",
          needs: [tableId(schema, table)],
        }),
      ),
    ];
  },
};
