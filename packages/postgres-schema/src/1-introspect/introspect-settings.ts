import type { ObjectId } from "../schema/object-id.ts";
import type { Setting } from "../schema/objects.ts";
import { addressOf, type CatalogAddress, type ServerFacts } from "./catalog-family.ts";

export interface SettingRow {
  readonly catalog: `pg_${string}`;
  readonly oid: string;
  readonly column: number;
  readonly attribute: Setting["attribute"];
  readonly value: string;
  /** Of a parameter: its place among those of the object. */
  readonly place: number | null;
  /** The index that the value names: of its constraint, if it has one. */
  readonly index_catalog: `pg_${string}` | null;
  readonly index: string | null;
}

/** An index's constraint, where it has one of its own, stands for it. */
const ownIndex = `
  JOIN pg_index i ON i.indrelid = r.oid
  JOIN pg_class c ON c.oid = i.indexrelid
  LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.conrelid = r.oid AND k.contype IN ('p', 'u', 'x')
    AND k.conparentid = 0`;
const indexAddress = `CASE WHEN k.oid IS NULL THEN 'pg_class' ELSE 'pg_constraint' END AS %catalog, coalesce(k.oid, c.oid) AS %oid`;
const indexAs = (catalog: string, oid: string): string =>
  indexAddress.replace("%catalog", catalog).replace("%oid", oid);

const word = (letter: string): string =>
  `CASE ${letter} WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'x' THEN 'EXTENDED' ELSE 'MAIN' END`;

// A parameter of the TOAST table is written with a prefix. Every value can be written as a string constant.
const parameter = (alias: string): string => `'parameter ' || quote_ident(${alias}.name)`;

const parametersIn = (of: string, alias: string): string =>
  `pg_options_to_table(${of}) WITH ORDINALITY AS ${alias} (name, value, place)`;

const settingsOfColumns = [
  ["storage", word("a.attstorage"), "a.stored_otherwise"],
  ["compression", "CASE a.attcompression WHEN 'p' THEN 'pglz' ELSE 'lz4' END", "a.attcompression <> ''"],
  ["statistics", "a.attstattarget::text", "a.attstattarget >= 0"],
] as const;

/** What is set of a column `a`. */
const setOfColumn = `
  CROSS JOIN LATERAL (
    ${settingsOfColumns.map(([attribute, value, isSet]) => `SELECT '${attribute}' AS name, ${value} AS value, NULL::bigint AS place WHERE ${isSet}`).join("\n    UNION ALL ")}
    UNION ALL SELECT ${parameter("p")}, quote_literal(p.value), p.place FROM ${parametersIn("a.attoptions", "p")}
  ) o`;

/** Columns with anything set. */
const columnSettings = `
  SELECT 'pg_class' AS catalog, r.oid, a.attnum::integer AS column, o.name AS attribute, o.value, o.place,
         NULL AS index_catalog, NULL::oid AS index
  FROM tables r JOIN unusual_columns a ON a.attrelid = r.oid AND a.attnum > 0 AND a.attislocal ${setOfColumn}`;

const materializedColumnSettings = `
  SELECT 'pg_class', r.oid, 0, 'column ' || quote_ident(a.attname) || ' ' || o.name, o.value, o.place, NULL, NULL
  FROM relations r JOIN unusual_columns a ON a.attrelid = r.oid AND a.attnum > 0 ${setOfColumn}
  WHERE r.kind = 'm'`;

const options = (of: string, alias: string): string => `CROSS JOIN LATERAL ${parametersIn(of, alias)}`;

/** The same parameter of the index that the partition's index c is a part of: it was made with it. */
const parameterAbove = (alias: string): string => `
    SELECT FROM pg_class t CROSS JOIN LATERAL pg_options_to_table(t.reloptions) AS a (name, value)
    WHERE t.oid = pg_partition_root(c.oid) AND (a.name, a.value) = (${alias}.name, ${alias}.value)`;

// PostgreSQL 14 cannot give a table another access method.
const accessMethods = `
  SELECT 'pg_class', r.oid, 0, 'access_method', quote_ident(am.amname), NULL, NULL, NULL
  FROM tables r JOIN pg_am am ON am.oid = r.relam WHERE am.amname <> 'heap'`;

/** The columns of a table that is of a type are its own; that it is of the type is said once they are there. */
const typedTables = `
  SELECT 'pg_class', r.oid, 0, 'of_type', format('%I.%I', n.nspname, t.typname), NULL, 'pg_type', t.oid
  FROM tables r JOIN pg_type t ON t.oid = r.reloftype
  JOIN pg_namespace n ON n.oid = t.typnamespace`;

/** What is not at its default: storage, compression, targets and parameters, replica identity, clustering, methods. */
export const settingsQuery = ({ major, present }: ServerFacts): string =>
  [
    columnSettings,
    ...(present.has("pg_rewrite") ? [materializedColumnSettings] : []),
    ...(major < 15 ? [] : [accessMethods]),
    typedTables,
    `SELECT ${indexAs("catalog", "oid")}, 0, 'statistics ' || a.attnum, a.attstattarget::text, NULL, NULL, NULL
   FROM relations r ${ownIndex} JOIN unusual_columns a ON a.attrelid = c.oid AND a.attnum > 0 WHERE a.attstattarget >= 0`,
    `
  SELECT 'pg_class', r.oid, 0, ${parameter("o")}, quote_literal(o.value), o.place, NULL, NULL
  FROM tables r ${options("r.options", "o")}`,
    `
  SELECT 'pg_class', r.oid, 0, 'parameter toast.' || quote_ident(o.name), quote_literal(o.value), o.place, NULL, NULL
  FROM tables r JOIN pg_class x ON x.oid = r.reltoastrelid ${options("x.reloptions", "o")} WHERE x.reloptions IS NOT NULL`,
    `
  SELECT ${indexAs("catalog", "oid")}, 0, ${parameter("o")}, quote_literal(o.value), o.place, NULL, NULL
  FROM relations r ${ownIndex} ${options("c.reloptions", "o")}
  WHERE c.reloptions IS NOT NULL AND NOT (c.relispartition AND EXISTS (${parameterAbove("o")}))`,
    `
  SELECT 'pg_class', r.oid, 0, 'replica_identity', CASE r.relreplident WHEN 'f' THEN 'FULL' ELSE 'NOTHING' END, NULL, NULL, NULL
  FROM tables r WHERE r.kind <> 'f' AND r.relreplident IN ('f', 'n')`,
    `
  SELECT 'pg_class', r.oid, 0, 'replica_identity', 'USING INDEX ' || quote_ident(c.relname), NULL, ${indexAs("index_catalog", "index")}
  FROM tables r ${ownIndex} WHERE r.relreplident = 'i' AND i.indisreplident`,
    `
  SELECT 'pg_class', r.oid, 0, 'clustered_on', quote_ident(c.relname), NULL, ${indexAs("index_catalog", "index")}
  FROM relations r ${ownIndex} WHERE i.indisclustered`,
  ].join("\n  UNION ALL ");

/** Settings of objects that were found. */
export const toSettings = (
  rows: readonly SettingRow[],
  identify: (address: CatalogAddress) => ObjectId | undefined,
): readonly Setting[] =>
  rows.flatMap(({ catalog, oid, column, attribute, value, place, index_catalog, index }) => {
    const on = identify(addressOf(catalog, oid, column));
    if (on === undefined) return [];
    const named = index_catalog === null || index === null ? undefined : identify(addressOf(index_catalog, index));
    const ordinal = place === null ? {} : { ordinal: Number(place) };
    return [{ kind: "setting", on, attribute, value, ...ordinal, dependsOn: named === undefined ? [] : [named] }];
  });
