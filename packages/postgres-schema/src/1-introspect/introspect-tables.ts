import type { Table } from "../schema/objects.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";

interface TableRow extends Pick<Table, "schema" | "name" | "rowSecurity" | "rowSecurityForced" | "unlogged"> {
  readonly oid: string;
  readonly partition_by: string | null;
  readonly bound: string | null;
  readonly parents: readonly { readonly schema: string; readonly table: string }[] | null;
}

export const tables = catalogFamily<TableRow>(
  () => `
    SELECT t.oid, t.schema, t.name, t.relrowsecurity AS "rowSecurity", t.relforcerowsecurity AS "rowSecurityForced",
           t.persistence = 'u' AS unlogged, pg_get_partkeydef(t.oid) AS partition_by,
           CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END AS bound, i.parents
    FROM tables t JOIN pg_class c ON c.oid = t.oid
    LEFT JOIN (
      SELECT i.inhrelid,
             json_agg(json_build_object('schema', n.nspname, 'table', p.relname) ORDER BY i.inhseqno) AS parents
      FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace n ON n.oid = p.relnamespace
      WHERE p.relkind IN ('r', 'p')
      GROUP BY 1
    ) i ON i.inhrelid = t.oid`,
  ({ oid, ...row }) => [{ address: addressOf("pg_class", oid), object: toTable(row) }],
);

function toTable({ partition_by, bound, parents, ...row }: Omit<TableRow, "oid">): Table {
  const [parent] = parents ?? [];
  return {
    kind: "table",
    ...row,
    ...(partition_by === null ? {} : { partitionBy: partition_by }),
    ...(bound === null || parent === undefined ? {} : { partitionOf: { ...parent, bound } }),
    ...(bound !== null || parents === null ? {} : { inherits: parents }),
  };
}
