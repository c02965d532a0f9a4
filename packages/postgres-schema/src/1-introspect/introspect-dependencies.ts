import { columnId, functionId, tableId } from "../schema/identify.ts";
import { type ObjectId, objectId } from "../schema/object-id.ts";
import { addressOf, type CatalogAddress, type CatalogContext } from "./catalog-family.ts";

/** What is named by a dependency or a type, wherever it is: its kind with the names that make up its id. */
interface TargetRow {
  readonly extension: string | null;
  /** `pg_class.relkind`, where it is a relation. */
  readonly relation_kind: string | null;
  readonly constraint_type: string | null;
  readonly is_function: boolean;
  readonly is_enum: boolean;
  readonly schema: string | null;
  readonly name: string | null;
  readonly column: string | null;
  readonly table: string | null;
  readonly arguments: readonly string[] | null;
}

export interface DependencyRow extends TargetRow {
  readonly catalog: `pg_${string}`;
  readonly oid: string;
}

export interface TypeRow extends TargetRow {
  readonly type: string;
}

/** The columns of a TargetRow, for the object at (classid, objid, subid). A type stands for what it was made with. */
const target = (
  classid: string,
  objid: string,
  subid: string,
): { readonly columns: string; readonly joins: string } => ({
  columns: `
    x.extname AS extension, c.relkind AS relation_kind, k.contype AS constraint_type, p.oid IS NOT NULL AS is_function,
    coalesce(e.typtype = 'e', false) AS is_enum, n.nspname AS schema,
    coalesce(c.relname, p.proname, k.conname, e.typname) AS name, a.attname AS column, kt.relname AS table,
    CASE WHEN p.oid IS NOT NULL THEN
      ARRAY(SELECT format_type(type, NULL) FROM unnest(p.proargtypes) WITH ORDINALITY AS argument (type, place)
            ORDER BY place)
    END AS arguments`,
  joins: `
    LEFT JOIN pg_type t ON ${classid} = 'pg_type'::regclass AND t.oid = ${objid}
    LEFT JOIN pg_type e ON e.oid = CASE WHEN t.typcategory = 'A' AND t.typelem <> 0 THEN t.typelem ELSE t.oid END
    LEFT JOIN pg_class c ON c.oid = CASE WHEN ${classid} = 'pg_class'::regclass THEN ${objid}
                                         WHEN e.typrelid <> 0 THEN e.typrelid END
    LEFT JOIN pg_attribute a ON ${classid} = 'pg_class'::regclass AND a.attrelid = c.oid AND a.attnum = ${subid}
      AND ${subid} > 0
    LEFT JOIN pg_proc p ON ${classid} = 'pg_proc'::regclass AND p.oid = ${objid}
    LEFT JOIN pg_constraint k ON ${classid} = 'pg_constraint'::regclass AND k.oid = ${objid}
    LEFT JOIN pg_class kt ON kt.oid = k.conrelid
    LEFT JOIN pg_namespace n
      ON n.oid = coalesce(c.relnamespace, p.pronamespace, k.connamespace, e.typnamespace)
    LEFT JOIN members m ON m.classid = CASE WHEN e.oid IS NULL THEN ${classid} ELSE 'pg_type'::regclass END
      AND m.objid = coalesce(e.oid, ${objid})
    LEFT JOIN pg_extension x ON x.oid = m.extension`,
});

const used = target("d.refclassid", "d.refobjid", "d.refobjsubid");

/**
 * What the expressions and bodies of our objects use. Plain index keys and constraint columns are left out: the
 * objects themselves tell them. PostgreSQL's own objects are in no row of pg_depend.
 */
export const dependenciesQuery = `
  SELECT DISTINCT s.catalog, s.oid, ${used.columns}
  FROM (
    SELECT 'pg_attrdef' AS catalog, d.oid, 'pg_attrdef'::regclass AS classid, d.oid AS objid
    FROM tables r JOIN pg_attrdef d ON d.adrelid = r.oid
    UNION ALL
    SELECT 'pg_constraint', k.oid, 'pg_constraint'::regclass, k.oid
    FROM tables r JOIN pg_constraint k ON k.conrelid = r.oid WHERE k.contype = 'c'
    UNION ALL
    SELECT 'pg_policy', p.oid, 'pg_policy'::regclass, p.oid FROM tables r JOIN pg_policy p ON p.polrelid = r.oid
    UNION ALL
    SELECT 'pg_trigger', t.oid, 'pg_trigger'::regclass, t.oid
    FROM relations r JOIN pg_trigger t ON t.tgrelid = r.oid WHERE NOT t.tgisinternal
    UNION ALL
    SELECT 'pg_class', i.indexrelid, 'pg_class'::regclass, i.indexrelid
    FROM tables r JOIN pg_index i ON i.indrelid = r.oid WHERE i.indexprs IS NOT NULL OR i.indpred IS NOT NULL
    UNION ALL
    SELECT 'pg_class', r.oid, 'pg_rewrite'::regclass, w.oid
    FROM relations r JOIN pg_rewrite w ON w.ev_class = r.oid WHERE r.kind = 'v'
    UNION ALL
    SELECT 'pg_proc', p.oid, 'pg_proc'::regclass, p.oid FROM pg_proc p JOIN namespaces n ON n.oid = p.pronamespace
  ) s
  JOIN pg_depend d ON d.classid = s.classid AND d.objid = s.objid AND (d.deptype = 'n' OR d.deptype = 'a' AND s.catalog <> 'pg_attrdef')
    AND d.refclassid IN ('pg_class'::regclass, 'pg_proc'::regclass, 'pg_type'::regclass, 'pg_constraint'::regclass)
    AND d.refobjid <> s.oid
  ${used.joins}`;

const source = target("'pg_type'::regclass", "y.oid", "0");

/** The types of columns that are not PostgreSQL's own. */
export const typesQuery = `
  SELECT y.oid AS type, ${source.columns}
  FROM pg_type y ${source.joins}
  WHERE y.oid IN (
    SELECT d.refobjid FROM pg_depend d
    WHERE d.refclassid = 'pg_type'::regclass AND d.classid = 'pg_class'::regclass AND d.objsubid > 0)`;

/** Answers what uses what, from the rows of both queries. */
export function catalogContext(dependencies: readonly DependencyRow[], types: readonly TypeRow[]): CatalogContext {
  const uses = new Map<CatalogAddress, Set<ObjectId>>();
  for (const row of dependencies) {
    const address = addressOf(row.catalog, row.oid);
    const ids = uses.get(address) ?? new Set();
    uses.set(address, ids);
    for (const id of targetIds(row)) ids.add(id);
  }
  const sources = new Map(types.map((row) => [row.type, targetIds(row)[0] ?? null]));
  return {
    dependsOn: (address) => [...(uses.get(address) ?? [])].sort(),
    typeSource: (type) => sources.get(type) ?? null,
  };
}

/** The ids of what a row names: of a column, its table too; of a member, its extension. */
function targetIds(row: TargetRow): readonly ObjectId[] {
  const { schema, name } = row;
  if (row.extension !== null) return [objectId("extension", row.extension)];
  if (schema === null || name === null) return [];
  if (row.is_function) return [functionId(schema, name, row.arguments ?? [])];
  if (row.is_enum) return [objectId("enum", schema, name)];
  if (row.constraint_type !== null) return constraintIds(row, schema, name);
  switch (row.relation_kind) {
    case "r":
    case "p":
    case "f":
      return row.column === null
        ? [tableId(schema, name)]
        : [tableId(schema, name), columnId(schema, name, row.column)];
    case "v":
      return [objectId("view", schema, name)];
    case "S":
      return [objectId("sequence", schema, name)];
    case "i":
      return [objectId("index", schema, name)];
    default:
      return [];
  }
}

// A query that groups by a primary key needs the key itself.
const constraintIds = (row: TargetRow, schema: string, name: string): readonly ObjectId[] =>
  row.table === null || (row.constraint_type !== "p" && row.constraint_type !== "u")
    ? []
    : [objectId(row.constraint_type === "p" ? "primary_key" : "unique", schema, row.table, name)];
