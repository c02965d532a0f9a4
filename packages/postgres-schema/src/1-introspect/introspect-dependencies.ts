import { columnId, tableId } from "../schema/identify.ts";
import { type ObjectId, objectId } from "../schema/object-id.ts";
import { addressOf, type CatalogAddress, type CatalogContext, type ServerFacts } from "./catalog-family.ts";
import type { FurtherDependencyRow } from "./introspect-further-dependencies.ts";
import { mayHave } from "./present-catalogs.ts";

/** What is named by a dependency or a type, wherever it is: its kind with the names that make up its id. */
interface TargetRow {
  /** Null for what is not modelled. */
  readonly kind: TargetKind | ConstraintKind | null;
  readonly schema: string | null;
  readonly name: string;
  /** The column of a table, or null for all of it. */
  readonly column: string | null;
  /** The table of a constraint. */
  readonly table: string | null;
  readonly arguments: readonly string[] | null;
}

type ConstraintKind = "primary_key" | "unique" | "exclusion";

type TargetKind =
  | "extension"
  | "function"
  | "aggregate"
  | "enum"
  | "domain"
  | "composite"
  | "range"
  | "table"
  | "view"
  | "materialized_view"
  | "sequence"
  | "index";

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
    CASE WHEN x.oid IS NOT NULL THEN 'extension'
         WHEN p.prokind = 'a' THEN 'aggregate'
         WHEN p.oid IS NOT NULL THEN 'function'
         WHEN e.typtype = 'e' THEN 'enum'
         WHEN e.typtype = 'd' THEN 'domain'
         WHEN e.typtype = 'r' THEN 'range'
         WHEN k.contype = 'p' THEN 'primary_key'
         WHEN k.contype = 'u' THEN 'unique'
         WHEN k.contype = 'x' THEN 'exclusion'
         WHEN c.relkind = 'c' THEN 'composite'
         WHEN c.relkind IN ('r', 'p', 'f') THEN 'table'
         WHEN c.relkind = 'v' THEN 'view'
         WHEN c.relkind = 'm' THEN 'materialized_view'
         WHEN c.relkind = 'S' THEN 'sequence'
         WHEN c.relkind = 'i' THEN 'index' END AS kind,
    n.nspname AS schema, coalesce(x.extname, c.relname, p.proname, k.conname, e.typname) AS name,
    a.attname AS column, kt.relname AS table,
    CASE WHEN p.oid IS NOT NULL THEN
      ARRAY(SELECT format_type(type, NULL) FROM unnest(p.proargtypes) WITH ORDINALITY AS argument (type, place)
            ORDER BY place)
    END AS arguments`,
  joins: `
    LEFT JOIN pg_type t ON ${classid} = 'pg_type'::regclass AND t.oid = ${objid}
    LEFT JOIN pg_type i ON i.oid = CASE WHEN t.typcategory = 'A' AND t.typelem <> 0 THEN t.typelem ELSE t.oid END
    LEFT JOIN pg_range g ON i.typtype = 'm' AND g.rngmultitypid = i.oid
    LEFT JOIN pg_type e ON e.oid = coalesce(g.rngtypid, i.oid)
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

/** Catalogs of kinds that few schemas have. Operators and functions of an operator class are the class's. */
const rareSources = (server: ServerFacts): readonly string[] => [
  ...(
    [
      "pg_operator",
      "pg_opclass",
      "pg_opfamily",
      "pg_conversion",
      "pg_ts_parser",
      "pg_ts_template",
      "pg_foreign_data_wrapper",
      "pg_am",
      "pg_cast",
    ] as const
  )
    .filter((catalog) => mayHave(server, catalog))
    .map(
      (catalog) => `SELECT '${catalog}', x.oid, '${catalog}'::regclass, x.oid FROM ${catalog} x WHERE x.oid >= 16384`,
    ),
  ...(mayHave(server, "pg_opclass") ? ["pg_amop", "pg_amproc"] : []).map(
    (catalog) => `SELECT 'pg_opclass', d.refobjid, d.classid, d.objid FROM pg_depend d
    WHERE d.classid = '${catalog}'::regclass AND d.refclassid = 'pg_opclass'::regclass`,
  ),
];

const used = target("d.refclassid", "d.refobjid", "d.refobjsubid");

/** Up to 14 it is a generated column, not its expression, that depends on what the expression uses. */
const generationDependenciesOf14 = `
  SELECT 'pg_attrdef', f.oid, ${used.columns}
  FROM relations r JOIN pg_attrdef f ON f.adrelid = r.oid
  JOIN pg_attribute b ON b.attrelid = f.adrelid AND b.attnum = f.adnum AND b.attgenerated <> ''
  JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = f.adrelid AND d.objsubid = f.adnum AND d.deptype = 'a'
    AND d.refclassid IN ('pg_class'::regclass, 'pg_proc'::regclass, 'pg_type'::regclass, 'pg_constraint'::regclass)
  ${used.joins}`;

/** The functions that a partition key calls. */
const partitionKeyDependencies = `
  SELECT 'pg_class', r.oid, ${used.columns}
  FROM tables r JOIN pg_partitioned_table key ON key.partrelid = r.oid
  JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.objsubid = 0
    AND d.refclassid = 'pg_proc'::regclass
  ${used.joins}`;

/**
 * What the expressions and bodies of our objects use. Plain index keys and constraint columns are left out: the
 * objects themselves tell them. PostgreSQL's own objects are in no row of pg_depend.
 */
export const dependenciesQuery = (server: ServerFacts): string => `
  SELECT s.catalog, s.oid, ${used.columns}
  FROM (
    SELECT 'pg_attrdef' AS catalog, d.oid, 'pg_attrdef'::regclass AS classid, d.oid AS objid
    FROM relations r JOIN pg_attrdef d ON d.adrelid = r.oid
    UNION ALL
    SELECT 'pg_constraint', k.oid, 'pg_constraint'::regclass, k.oid
    FROM tables r JOIN pg_constraint k ON k.conrelid = r.oid WHERE k.contype IN ('c', 'x')
    UNION ALL
    SELECT 'pg_constraint', k.oid, 'pg_class'::regclass, k.conindid
    FROM tables r JOIN pg_constraint k ON k.conrelid = r.oid WHERE k.contype = 'x'
    UNION ALL
    SELECT 'pg_constraint', k.oid, 'pg_constraint'::regclass, k.oid
    FROM namespaces n JOIN pg_constraint k ON k.connamespace = n.oid WHERE k.contypid <> 0
    UNION ALL
    SELECT 'pg_type', t.oid, 'pg_type'::regclass, t.oid
    FROM namespaces n JOIN pg_type t ON t.typnamespace = n.oid WHERE t.typtype IN ('d', 'r')
    UNION ALL
    SELECT 'pg_statistic_ext', s.oid, 'pg_statistic_ext'::regclass, s.oid
    FROM namespaces n JOIN pg_statistic_ext s ON s.stxnamespace = n.oid
    UNION ALL
    SELECT 'pg_policy', p.oid, 'pg_policy'::regclass, p.oid FROM tables r JOIN pg_policy p ON p.polrelid = r.oid
    UNION ALL
    SELECT 'pg_trigger', t.oid, 'pg_trigger'::regclass, t.oid
    FROM relations r JOIN pg_trigger t ON t.tgrelid = r.oid WHERE NOT t.tgisinternal
    UNION ALL
    SELECT 'pg_class', i.indexrelid, 'pg_class'::regclass, i.indexrelid
    FROM relations r JOIN pg_index i ON i.indrelid = r.oid WHERE i.indexprs IS NOT NULL OR i.indpred IS NOT NULL
    UNION ALL
    SELECT 'pg_class', r.oid, 'pg_rewrite'::regclass, w.oid
    FROM relations r JOIN pg_rewrite w ON w.ev_class = r.oid WHERE w.rulename = '_RETURN'
    UNION ALL
    SELECT 'pg_rewrite', w.oid, 'pg_rewrite'::regclass, w.oid
    FROM relations r JOIN pg_rewrite w ON w.ev_class = r.oid WHERE w.rulename <> '_RETURN'
    UNION ALL
    SELECT 'pg_proc', p.oid, 'pg_proc'::regclass, p.oid FROM pg_proc p JOIN namespaces n ON n.oid = p.pronamespace
    ${rareSources(server)
      .map((query) => `UNION ALL ${query}`)
      .join("\n    ")}
  ) s
  JOIN pg_depend d ON d.classid = s.classid AND d.objid = s.objid AND (d.deptype = 'n' OR d.deptype = 'a' AND s.catalog <> 'pg_attrdef')
    AND d.refclassid IN ('pg_class'::regclass, 'pg_proc'::regclass, 'pg_type'::regclass, 'pg_constraint'::regclass)
    AND d.refobjid <> s.oid
  ${used.joins} UNION ALL ${partitionKeyDependencies}${server.major < 15 ? ` UNION ALL ${generationDependenciesOf14}` : ""}`;

const source = target("'pg_type'::regclass", "y.oid", "0");

/** The types of columns that are not PostgreSQL's own. */
export const typesQuery = `
  SELECT y.oid AS type, ${source.columns}
  FROM pg_type y ${source.joins}
  WHERE y.oid IN (
    SELECT d.refobjid FROM pg_depend d
    WHERE d.refclassid = 'pg_type'::regclass AND d.deptype = 'n'
      AND (d.classid = 'pg_class'::regclass AND d.objsubid > 0 OR d.classid = 'pg_type'::regclass))`;

/**
 * The names of columns that are in no table of ours, or inherited there: of materialized views, of tables elsewhere that foreign
 * keys point at. Keys are read as column numbers and named from here and from the columns that were read anyway: asking
 * PostgreSQL for each key's names takes five times longer.
 */
export const columnNamesQuery = (server: ServerFacts): string =>
  [
    `SELECT a.attrelid AS relation, a.attnum AS ordinal, a.attname AS name
   FROM (
     SELECT oid FROM relations WHERE kind = 'm'
     UNION
     SELECT k.confrelid FROM tables r JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype = 'f'
     WHERE k.confrelid NOT IN (SELECT oid FROM tables)
   ) c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0`,
    ...(mayHave(server, "pg_inherits")
      ? [
          `SELECT a.attrelid, a.attnum, a.attname
   FROM tables r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attislocal`,
        ]
      : []),
  ].join("\n   UNION ALL ");

export interface ColumnNameRow {
  readonly relation: string;
  readonly ordinal: number;
  readonly name: string;
}

/** One for all that use nothing: of a large schema, most. */
const noIds: readonly ObjectId[] = [];

/** What the rows of the queries above tell, ready to be asked. */
export function catalogContext(rows: {
  readonly dependencies: Iterable<DependencyRow>;
  readonly furtherDependencies: Iterable<FurtherDependencyRow>;
  readonly types: Iterable<TypeRow>;
  readonly columnNames: Iterable<ColumnNameRow>;
  /** The name of the object that was found at an address. */
  readonly nameAt: (address: CatalogAddress) => string | undefined;
}): CatalogContext {
  const uses = new Map<CatalogAddress, Set<ObjectId>>();
  const add = (address: CatalogAddress, used: readonly ObjectId[]): void => {
    const ids = uses.get(address) ?? new Set();
    uses.set(address, ids);
    for (const id of used) ids.add(id);
  };
  for (const row of rows.dependencies) add(addressOf(row.catalog, row.oid), targetIds(row));
  for (const { catalog, oid, column, kind, names } of rows.furtherDependencies)
    add(addressOf(catalog, oid, column), [objectId(kind, ...names)]);
  const sources = new Map<string, ObjectId | null>();
  for (const row of rows.types) sources.set(row.type, targetIds(row)[0] ?? null);
  const names = new Map<CatalogAddress, string>();
  for (const { relation, ordinal, name } of rows.columnNames) names.set(addressOf("pg_class", relation, ordinal), name);
  return {
    dependsOn: (address) => {
      const ids = uses.get(address);
      return ids === undefined ? noIds : [...ids].sort();
    },
    typeSource: (type) => sources.get(type) ?? null,
    columnNames: (relation, numbers) =>
      numbers.flatMap((number) => {
        const address = addressOf("pg_class", relation, number);
        return rows.nameAt(address) ?? names.get(address) ?? [];
      }),
  };
}

/** The ids of what a row names: of a column, its table too; of a member, its extension. */
function targetIds({ kind, schema, name, column, table, arguments: types }: TargetRow): readonly ObjectId[] {
  if (kind === "extension") return [objectId(kind, name)];
  if (kind === null || schema === null) return [];
  switch (kind) {
    case "function":
    case "aggregate":
      return [objectId(kind, schema, `${name}(${(types ?? []).join(",")})`)];
    case "table":
      return column === null ? [tableId(schema, name)] : [tableId(schema, name), columnId(schema, name, column)];
    // A query that groups by a key needs the key itself.
    case "primary_key":
    case "unique":
    case "exclusion":
      return table === null ? [] : [objectId(kind, schema, table, name)];
    default:
      return [objectId(kind, schema, name)];
  }
}
