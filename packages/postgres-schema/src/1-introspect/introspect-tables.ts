import type { Table } from "../schema/objects.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";

interface TableRow extends Omit<Table, "kind"> {
  readonly oid: string;
}

export const tables = catalogFamily<TableRow>(
  () => `
    SELECT oid, schema, name, relrowsecurity AS "rowSecurity", relforcerowsecurity AS "rowSecurityForced",
           persistence = 'u' AS unlogged
    FROM tables`,
  ({ oid, ...table }) => [{ address: addressOf("pg_class", oid), object: { kind: "table", ...table } }],
);
