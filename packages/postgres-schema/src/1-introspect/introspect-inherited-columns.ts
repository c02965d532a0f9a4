import { columnId, tableId } from "../schema/identify.ts";
import { objectId } from "../schema/object-id.ts";
import type { InheritedColumn } from "../schema/objects.ts";
import { addressOf, type CatalogContext, catalogFamily } from "./catalog-family.ts";

interface InheritedColumnRow {
  readonly relation: string;
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly ordinal: number;
  readonly required: boolean;
  readonly default_oid: string | null;
  readonly default: string | null;
  readonly inherited_default: string | null;
  readonly ancestors: readonly Ancestor[];
  readonly not_null_name: string | null;
}

/** A table above. */
export interface Ancestor {
  readonly schema: string;
  readonly table: string;
}

/** The tables above one. */
export const ancestorsOf = (relation: string): string => `ARRAY(
      WITH RECURSIVE ancestors AS (
        SELECT i.inhparent FROM pg_inherits i WHERE i.inhrelid = ${relation}
        UNION
        SELECT i.inhparent FROM ancestors a JOIN pg_inherits i ON i.inhrelid = a.inhparent
      )
      SELECT json_build_object('schema', n.nspname, 'table', c.relname)
      FROM ancestors a JOIN pg_class c ON c.oid = a.inhparent JOIN pg_namespace n ON n.oid = c.relnamespace
      ORDER BY n.nspname, c.relname)`;

const defaultOf = (column: string): string =>
  `LEFT JOIN pg_attrdef ${column}d ON ${column}d.adrelid = ${column}.attrelid AND ${column}d.adnum = ${column}.attnum
     AND ${column}.attgenerated = ''`;

// From PostgreSQL 18 what makes a column required is a constraint, which the table has from a parent or of its own.
const notNull = (major: number): { readonly required: string; readonly name: string; readonly join: string } =>
  major < 18
    ? { required: "a.attnotnull AND NOT p.attnotnull", name: "NULL::text", join: "" }
    : {
        required: "k.oid IS NOT NULL",
        name: "k.conname",
        join: `LEFT JOIN pg_constraint k ON a.attnotnull AND k.contype = 'n' AND k.conrelid = a.attrelid AND k.conkey[1] = a.attnum
        AND k.coninhcount = 0 AND k.convalidated`,
      };

/**
 * Columns that a table has from its parent, where it differs from it: in its default, in being required, or in a comment of
 * its own. Where there are several parents, the first that has the column counts.
 */
export const inheritedColumns = catalogFamily<InheritedColumnRow>(
  ({ major }) => {
    const own = notNull(major);
    return `
    SELECT o.*, ${ancestorsOf("o.relation")} AS ancestors
    FROM (
      SELECT a.attrelid AS relation, r.schema, r.name AS table, a.attname AS name, a.attnum AS ordinal,
             ${own.required} AS required, ${own.name} AS not_null_name, ad.oid AS default_oid,
             pg_get_expr(ad.adbin, 0) AS default, pg_get_expr(pd.adbin, 0) AS inherited_default,
             x.description IS NOT NULL AS commented
      FROM tables r
      JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped AND NOT a.attislocal
      ${defaultOf("a")}
      CROSS JOIN LATERAL (
        SELECT p.* FROM pg_inherits i JOIN pg_attribute p ON p.attrelid = i.inhparent AND p.attname = a.attname
        WHERE i.inhrelid = r.oid ORDER BY i.inhseqno LIMIT 1) p
      ${defaultOf("p")}
      ${own.join}
      LEFT JOIN pg_description x ON x.classoid = 'pg_class'::regclass AND x.objoid = r.oid AND x.objsubid = a.attnum
    ) o
    WHERE o.required OR o.commented OR o.default IS DISTINCT FROM o.inherited_default`;
  },
  (row, context) => [
    { address: addressOf("pg_class", row.relation, row.ordinal), object: toInheritedColumn(row, context) },
  ],
);

function toInheritedColumn(row: InheritedColumnRow, context: CatalogContext): InheritedColumn {
  const { schema, table, name, required, ancestors } = row;
  const own = row.default !== row.inherited_default;
  const uses = row.default_oid === null || !own ? [] : context.dependsOn(addressOf("pg_attrdef", row.default_oid));
  const inherited = ancestors.flatMap((parent) => [
    tableId(parent.schema, parent.table),
    columnId(parent.schema, parent.table, name),
    objectId("default", parent.schema, parent.table, name),
  ]);
  return {
    kind: "inherited_column",
    schema,
    table,
    name,
    required,
    ...(row.not_null_name === null ? {} : { notNullName: row.not_null_name }),
    default: own ? { own: row.default, inherited: row.inherited_default } : null,
    dependsOn: [...new Set([...inherited, ...uses])].sort(),
  };
}
