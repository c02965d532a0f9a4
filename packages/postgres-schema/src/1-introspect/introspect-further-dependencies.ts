import type { SchemaObject } from "../schema/objects.ts";
import type { ServerFacts } from "./catalog-family.ts";
import { mayHave, type RareCatalog } from "./present-catalogs.ts";

/** What uses an object of the kinds that few schemas have: collations, operators, text search, servers, access methods. */
export interface FurtherDependencyRow {
  readonly catalog: `pg_${string}`;
  readonly oid: string;
  readonly column: number;
  readonly kind: SchemaObject["kind"];
  /** What makes up the id of the object that is used. */
  readonly names: readonly string[];
}

const inSchema = (
  catalog: RareCatalog,
  kind: string,
  { name, schema }: { readonly name: string; readonly schema: string },
) =>
  `SELECT '${catalog}'::regclass AS classid, x.oid, '${kind}' AS kind, ARRAY[n.nspname, x.${name}]::text[] AS names
   FROM ${catalog} x JOIN pg_namespace n ON n.oid = x.${schema} WHERE x.oid >= 16384`;

const ofMethod = (catalog: RareCatalog, kind: string, column: string): string =>
  `SELECT '${catalog}'::regclass, x.oid, '${kind}', ARRAY[n.nspname, x.${column}name, am.amname]::text[]
   FROM ${catalog} x JOIN pg_namespace n ON n.oid = x.${column}namespace JOIN pg_am am ON am.oid = x.${column}method
   WHERE x.oid >= 16384`;

const alone = (catalog: RareCatalog, kind: string, name: string): string =>
  `SELECT '${catalog}'::regclass, x.oid, '${kind}', ARRAY[x.${name}]::text[] FROM ${catalog} x WHERE x.oid >= 16384`;

const used: readonly (readonly [catalog: RareCatalog, rows: string])[] = [
  ["pg_collation", inSchema("pg_collation", "collation", { name: "collname", schema: "collnamespace" })],
  ["pg_ts_config", inSchema("pg_ts_config", "text_search_configuration", { name: "cfgname", schema: "cfgnamespace" })],
  ["pg_ts_dict", inSchema("pg_ts_dict", "text_search_dictionary", { name: "dictname", schema: "dictnamespace" })],
  ["pg_ts_parser", inSchema("pg_ts_parser", "text_search_parser", { name: "prsname", schema: "prsnamespace" })],
  ["pg_ts_template", inSchema("pg_ts_template", "text_search_template", { name: "tmplname", schema: "tmplnamespace" })],
  [
    "pg_operator",
    `SELECT 'pg_operator'::regclass, x.oid, 'operator', ARRAY[n.nspname, concat(x.oprname, '(',
            CASE x.oprleft WHEN 0 THEN 'NONE' ELSE format_type(x.oprleft, NULL) END, ',', format_type(x.oprright, NULL), ')')]
   FROM pg_operator x JOIN pg_namespace n ON n.oid = x.oprnamespace WHERE x.oid >= 16384`,
  ],
  ["pg_opclass", ofMethod("pg_opclass", "operator_class", "opc")],
  ["pg_opfamily", ofMethod("pg_opfamily", "operator_family", "opf")],
  ["pg_foreign_data_wrapper", alone("pg_foreign_data_wrapper", "foreign_data_wrapper", "fdwname")],
  ["pg_foreign_server", alone("pg_foreign_server", "foreign_server", "srvname")],
  ["pg_am", alone("pg_am", "access_method", "amname")],
];

/**
 * The query of a view is a rule of its own, and the attributes of a type are a relation's; here they are the view's and the
 * type's. Operators and functions of an operator class are the class's. A member of an extension stands for the extension.
 */
export function furtherDependenciesQueries(server: ServerFacts): { readonly furtherDependencies?: string } {
  const present = used.filter(([catalog]) => mayHave(server, catalog)).map(([, rows]) => rows);
  return present.length === 0 ? {} : { furtherDependencies: furtherDependencies(present.join("\n  UNION ALL ")) };
}

const furtherDependencies = (present: string): string => `
  SELECT CASE WHEN w.rulename = '_RETURN' THEN 'pg_class' WHEN a.refobjid IS NOT NULL THEN 'pg_opclass'
              WHEN c.relkind = 'c' THEN 'pg_type' ELSE d.classid::regclass::text END AS catalog,
         CASE WHEN w.rulename = '_RETURN' THEN w.ev_class WHEN a.refobjid IS NOT NULL THEN a.refobjid
              WHEN c.relkind = 'c' THEN c.reltype ELSE d.objid END AS oid,
         CASE WHEN c.relkind = 'c' THEN 0 ELSE d.objsubid END AS column,
         CASE WHEN e.extname IS NULL THEN u.kind ELSE 'extension' END AS kind,
         CASE WHEN e.extname IS NULL THEN u.names ELSE ARRAY[e.extname]::text[] END AS names
  FROM (${present}) u (classid, oid, kind, names)
  JOIN pg_depend d ON d.refclassid = u.classid AND d.refobjid = u.oid AND d.deptype IN ('n', 'a')
  LEFT JOIN pg_rewrite w ON d.classid = 'pg_rewrite'::regclass AND w.oid = d.objid
  LEFT JOIN pg_class c ON d.classid = 'pg_class'::regclass AND c.oid = d.objid
  LEFT JOIN pg_depend a ON d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass) AND a.classid = d.classid
    AND a.objid = d.objid AND a.refclassid = 'pg_opclass'::regclass
  LEFT JOIN members m ON m.classid = u.classid AND m.objid = u.oid
  LEFT JOIN pg_extension e ON e.oid = m.extension`;
