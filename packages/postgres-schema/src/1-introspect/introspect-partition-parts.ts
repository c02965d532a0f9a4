import { type IndexPurpose, indexNameOf } from "../schema/made-up-name.ts";
import { objectId } from "../schema/object-id.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";

interface PartitionPartRow {
  readonly catalog: "pg_class" | "pg_constraint";
  readonly oid: string;
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  /** What PostgreSQL names it after. */
  readonly purpose: IndexPurpose;
  readonly of: {
    readonly kind: IndexPurpose | "foreign_key";
    readonly schema: string;
    readonly table: string;
    readonly name: string;
  };
  /** Of an index: the columns that its own name is made of. */
  readonly columns: readonly string[] | null;
}

/** The indexes of partitions that belong to one above, and their foreign keys where they are called otherwise than above. */
export const partitionParts = catalogFamily<PartitionPartRow>(
  ({ major }) => `
    SELECT 'pg_class' AS catalog, c.oid, r.schema, r.name AS table, c.relname AS name,
           -- A unique constraint WITHOUT OVERLAPS excludes what overlaps.
           CASE WHEN k.contype = 'p' THEN 'primary_key' WHEN k.contype = 'x'${major < 18 ? "" : " OR k.conperiod"} THEN 'exclusion'
                WHEN k.contype = 'u' THEN 'unique' ELSE 'index' END AS purpose,
           json_build_object(
             'kind', CASE k.contype WHEN 'p' THEN 'primary_key' WHEN 'u' THEN 'unique' WHEN 'x' THEN 'exclusion' ELSE 'index' END,
             'schema', tn.nspname, 'table', t.relname, 'name', top.relname) AS of,
           (SELECT json_agg(a.attname ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0) AS columns
    FROM tables r
    JOIN pg_index i ON i.indrelid = r.oid
    JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    JOIN pg_class top ON top.oid = pg_partition_root(c.oid)
    JOIN pg_index ti ON ti.indexrelid = top.oid
    JOIN pg_class t ON t.oid = ti.indrelid
    JOIN pg_namespace tn ON tn.oid = t.relnamespace
    LEFT JOIN pg_constraint k ON k.conindid = top.oid AND k.conrelid = t.oid AND k.contype IN ('p', 'u', 'x')
    UNION ALL
    SELECT 'pg_constraint', k.oid, r.schema, r.name, k.conname, 'index',
           json_build_object('kind', 'foreign_key', 'schema', tn.nspname, 'table', t.relname, 'name', top.conname), NULL
    FROM tables r
    JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype = 'f' AND k.conparentid <> 0
    CROSS JOIN LATERAL (
      WITH RECURSIVE above AS (
        SELECT k.conparentid AS oid
        UNION ALL
        SELECT p.conparentid FROM above a JOIN pg_constraint p ON p.oid = a.oid WHERE p.conparentid <> 0
      )
      SELECT p.* FROM above a JOIN pg_constraint p ON p.oid = a.oid WHERE p.conparentid = 0
    ) top
    JOIN pg_class t ON t.oid = top.conrelid
    JOIN pg_namespace tn ON tn.oid = t.relnamespace
    -- A key to a partitioned table has one to each of its partitions on the same table: they are the key.
    WHERE top.conrelid <> k.conrelid AND k.confrelid = top.confrelid AND k.conname <> top.conname`,
  ({ catalog, oid, schema, table, name, purpose, of, columns }) => {
    const id =
      of.kind === "index" ? objectId("index", of.schema, of.name) : objectId(of.kind, of.schema, of.table, of.name);
    const usualName = of.kind === "foreign_key" ? of.name : indexNameOf(table, columns ?? [], purpose);
    return [
      { address: addressOf(catalog, oid), object: { kind: "partition_part", schema, table, of: id, name, usualName } },
    ];
  },
);
