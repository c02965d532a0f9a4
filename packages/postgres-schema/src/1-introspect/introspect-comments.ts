import type { ObjectId } from "../schema/object-id.ts";
import type { Comment } from "../schema/objects.ts";
import { addressOf, type CatalogAddress, type ServerFacts } from "./catalog-family.ts";
import { mayHave } from "./present-catalogs.ts";

export interface CommentRow {
  readonly catalog: `pg_${string}`;
  readonly oid: string;
  readonly column: number;
  /** See `Comment.part`. */
  readonly part: string | null;
  readonly text: string;
}

const commented = (catalog: string, alias: string, rows: string): string => `
  SELECT '${catalog}' AS catalog, d.objoid AS oid, d.objsubid AS column, NULL::text AS part, d.description AS text
  FROM ${rows} JOIN pg_description d ON d.classoid = '${catalog}'::regclass AND d.objoid = ${alias}.oid`;

const inSchema = (catalog: string, column: string): string => `${catalog} x JOIN namespaces n ON n.oid = x.${column}`;

/** Comments on what is no object of its own, at the address of the object that it belongs to. */
const onParts = [
  `SELECT 'pg_class', r.oid, 0, 'column ' || a.attname, d.description
   FROM relations r JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = r.oid AND d.objsubid > 0
   JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = d.objsubid WHERE r.kind IN ('v', 'm')`,
  `SELECT 'pg_type', c.reltype, 0, 'column ' || a.attname, d.description
   FROM pg_class c JOIN namespaces n ON n.oid = c.relnamespace
   JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = c.oid AND d.objsubid > 0
   JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid WHERE c.relkind = 'c'`,
  `SELECT 'pg_constraint', k.oid, 0, 'index', d.description
   FROM tables r JOIN pg_constraint k ON k.conrelid = r.oid AND k.contype IN ('p', 'u', 'x')
   JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = k.conindid`,
  `SELECT 'pg_class', o.refobjid, o.refobjsubid, 'sequence', d.description
   FROM relations r JOIN pg_depend o ON o.classid = 'pg_class'::regclass AND o.objid = r.oid AND o.deptype = 'i'
   JOIN pg_description d ON d.classoid = 'pg_class'::regclass AND d.objoid = r.oid WHERE r.kind = 'S'`,
];

// What initdb made has comments that are nobody's.
const inDatabase = (catalog: string): string => `${commented(catalog, "x", `${catalog} x`)} WHERE x.oid >= 16384`;

const rare = [
  "pg_event_trigger",
  "pg_publication",
  "pg_cast",
  "pg_am",
  "pg_foreign_data_wrapper",
  "pg_foreign_server",
  "pg_collation",
  "pg_conversion",
  "pg_operator",
  "pg_opclass",
  "pg_opfamily",
  "pg_ts_config",
  "pg_ts_dict",
  "pg_ts_parser",
  "pg_ts_template",
] as const;

/** initdb gives `public` a comment; it is nobody's. An extension's comment comes with it and is not ours either. */
export const commentsQuery = (server: ServerFacts): string =>
  [
    `${commented("pg_namespace", "n", "namespaces n")}
   WHERE NOT (n.schema = 'public' AND d.description = 'standard public schema')`,
    commented("pg_class", "x", inSchema("pg_class", "relnamespace")),
    commented("pg_proc", "x", inSchema("pg_proc", "pronamespace")),
    commented("pg_type", "x", inSchema("pg_type", "typnamespace")),
    commented("pg_constraint", "x", inSchema("pg_constraint", "connamespace")),
    commented("pg_rewrite", "x", "relations r JOIN pg_rewrite x ON x.ev_class = r.oid"),
    commented("pg_statistic_ext", "x", inSchema("pg_statistic_ext", "stxnamespace")),
    ...rare.filter((catalog) => mayHave(server, catalog)).map(inDatabase),
    commented("pg_trigger", "x", "relations r JOIN pg_trigger x ON x.tgrelid = r.oid"),
    commented("pg_policy", "x", "relations r JOIN pg_policy x ON x.polrelid = r.oid"),
    ...onParts,
  ].join("\n  UNION ALL ");

/** Comments on objects that were found; others are left out. */
export const toComments = (
  rows: readonly CommentRow[],
  identify: (address: CatalogAddress) => ObjectId | undefined,
): readonly Comment[] =>
  rows.flatMap(({ catalog, oid, column, part, text }) => {
    const on = identify(addressOf(catalog, oid, column));
    return on === undefined ? [] : [{ kind: "comment", on, ...(part === null ? {} : { part }), text }];
  });
