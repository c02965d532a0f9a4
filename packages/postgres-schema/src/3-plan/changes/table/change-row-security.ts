import { idOf } from "../../../schema/identify.ts";
import type { Table } from "../../../schema/objects.ts";
import { qualified } from "../../../sql/identifier.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { alterStep, type Hazard, type Step } from "../../step.ts";

const alterTable = (table: Table, action: Sql, hazards: readonly Hazard[]): Step =>
  alterStep(idOf(table), sql`ALTER TABLE ${qualified(table.schema, table.name)} ${action}`, {
    lock: "access_exclusive",
    hazards,
  });

export const setRowSecurity = (table: Table): Step =>
  alterTable(table, table.rowSecurity ? sql`ENABLE ROW LEVEL SECURITY` : sql`DISABLE ROW LEVEL SECURITY`, [
    "changes_access",
  ]);

export const setRowSecurityForced = (table: Table): Step =>
  alterTable(table, table.rowSecurityForced ? sql`FORCE ROW LEVEL SECURITY` : sql`NO FORCE ROW LEVEL SECURITY`, [
    "changes_access",
  ]);

export const changeRowSecurity: AlterRule<"table"> = { steps: ({ after }) => [setRowSecurity(after)] };

export const changeRowSecurityForced: AlterRule<"table"> = { steps: ({ after }) => [setRowSecurityForced(after)] };
