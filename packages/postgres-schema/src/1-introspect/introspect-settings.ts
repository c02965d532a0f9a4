import type { ObjectId } from "../schema/object-id.ts";
import type { Setting } from "../schema/objects.ts";
import { addressOf, type CatalogAddress } from "./catalog-family.ts";

export interface SettingRow {
  readonly catalog: `pg_${string}`;
  readonly oid: string;
  readonly column: number;
  readonly attribute: Setting["attribute"];
  readonly value: string;
  /** The index that the value names: of its constraint, if it has one. */
  readonly index_catalog: `pg_${string}` | null;
  readonly index: string | null;
}

/** An index's constraint, where it has one, stands for it. */
const ownIndex = `
  JOIN pg_index i ON i.indrelid = r.oid
  JOIN pg_class c ON c.oid = i.indexrelid
  LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.conrelid = r.oid AND k.contype IN ('p', 'u', 'x')`;
const indexAddress = `CASE WHEN k.oid IS NULL THEN 'pg_class' ELSE 'pg_constraint' END AS %catalog, coalesce(k.oid, c.oid) AS %oid`;
const indexAs = (catalog: string, oid: string): string =>
  indexAddress.replace("%catalog", catalog).replace("%oid", oid);

const column = (attribute: string, value: string, where: string): string => `
  SELECT 'pg_class' AS catalog, r.oid, a.attnum::integer AS column, ${attribute} AS attribute, ${value} AS value,
         NULL AS index_catalog, NULL::oid AS index
  FROM tables r JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_type t ON t.oid = a.atttypid ${where}`;

const options = (of: string, alias: string): string =>
  `CROSS JOIN LATERAL pg_options_to_table(${of}) AS ${alias} (name, value)`;

const word = (letter: string): string =>
  `CASE ${letter} WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'x' THEN 'EXTENDED' ELSE 'MAIN' END`;

// A parameter of the TOAST table is written with a prefix. Every value can be written as a string constant.
const parameter = (alias: string): string => `'parameter ' || quote_ident(${alias}.name)`;

/** What is not at its default: storage, compression, targets and parameters, replica identity, clustering. */
export const settingsQuery = [
  column("'storage'", word("a.attstorage"), "WHERE a.attstorage <> t.typstorage"),
  column("'compression'", "CASE a.attcompression WHEN 'p' THEN 'pglz' ELSE 'lz4' END", "WHERE a.attcompression <> ''"),
  // Null from PostgreSQL 17 where nothing is set, -1 before.
  column("'statistics'", "a.attstattarget::text", "WHERE coalesce(a.attstattarget, -1) >= 0"),
  column(parameter("o"), "quote_literal(o.value)", options("a.attoptions", "o")),
  `
  SELECT 'pg_class', r.oid, 0, ${parameter("o")}, quote_literal(o.value), NULL, NULL
  FROM tables r ${options("r.options", "o")}`,
  `
  SELECT 'pg_class', r.oid, 0, 'parameter toast.' || quote_ident(o.name), quote_literal(o.value), NULL, NULL
  FROM tables r JOIN pg_class c ON c.oid = r.oid JOIN pg_class x ON x.oid = c.reltoastrelid ${options("x.reloptions", "o")}`,
  `
  SELECT ${indexAs("catalog", "oid")}, 0, ${parameter("o")}, quote_literal(o.value), NULL, NULL
  FROM relations r ${ownIndex} ${options("c.reloptions", "o")}`,
  `
  SELECT 'pg_class', r.oid, 0, 'replica_identity', CASE x.relreplident WHEN 'f' THEN 'FULL' ELSE 'NOTHING' END, NULL, NULL
  FROM tables r JOIN pg_class x ON x.oid = r.oid WHERE x.relreplident IN ('f', 'n')`,
  `
  SELECT 'pg_class', r.oid, 0, 'replica_identity', 'USING INDEX ' || quote_ident(c.relname), ${indexAs("index_catalog", "index")}
  FROM tables r ${ownIndex} JOIN pg_class x ON x.oid = r.oid WHERE x.relreplident = 'i' AND i.indisreplident`,
  `
  SELECT 'pg_class', r.oid, 0, 'clustered_on', quote_ident(c.relname), ${indexAs("index_catalog", "index")}
  FROM relations r ${ownIndex} WHERE i.indisclustered`,
].join("\n  UNION ALL");

/** Settings of objects that were found. */
export const toSettings = (
  rows: readonly SettingRow[],
  identify: (address: CatalogAddress) => ObjectId | undefined,
): readonly Setting[] =>
  rows.flatMap(({ catalog, oid, column, attribute, value, index_catalog, index }) => {
    const on = identify(addressOf(catalog, oid, column));
    if (on === undefined) return [];
    const named = index_catalog === null || index === null ? undefined : identify(addressOf(index_catalog, index));
    return [{ kind: "setting", on, attribute, value, dependsOn: named === undefined ? [] : [named] }];
  });
