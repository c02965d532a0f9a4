import { type CatalogConnection, queryRow } from "./catalog-connection.ts";
import { countedRows } from "./fingerprinted-rows.ts";

/**
 * One text for the state of the catalog of the named schemas in this very database: 64 hexadecimal digits. Equal to an
 * earlier one, nothing was changed in between, so nothing need be read. Different, something may have been: then
 * `introspectSchema` tells. It changes with every change of an object in the schemas, of its privileges and of its
 * comment; with another database or server; and, needlessly but rarely, with DDL that was rolled back or that touches
 * what other schemas share with these. Rows, ANALYZE, VACUUM, TRUNCATE and REINDEX leave it as it is.
 *
 * One query, which any role may run; `connection` is one session. In an open transaction its own changes count, and
 * the text is the same after its commit. The names of objects that stand in other schemas do not count.
 *
 * Throws what the connection throws.
 */
export async function readCatalogFingerprint(
  connection: CatalogConnection,
  { schemas }: { readonly schemas: readonly string[] },
): Promise<string> {
  const { fingerprint } = await queryRow<{ fingerprint: string }>(connection, statement, [schemas]);
  return fingerprint;
}

// Sums do not depend on the order of the rows, so nothing is sorted. Two of them, with different seeds, make 128 bits.
const counted = countedRows.map(
  ({ name, facts, from }) => `
    SELECT '${name}' AS name, pg_catalog.count(*) AS number,
           pg_catalog.sum(pg_catalog.hash_record_extended(ROW(${facts}), 0)) AS first,
           pg_catalog.sum(pg_catalog.hash_record_extended(ROW(${facts}), 1)) AS second
    FROM ${from}`,
);

const statement = `
  WITH namespaces AS MATERIALIZED (
    SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = ANY ($1::pg_catalog.text[])
  ),
  relations AS MATERIALIZED (
    SELECT c.* FROM pg_catalog.pg_class c JOIN namespaces n ON n.oid = c.relnamespace
  ),
  counted AS (${counted.join("\n    UNION ALL")})
  SELECT pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.concat_ws(' ',
    (SELECT system_identifier FROM pg_catalog.pg_control_system()),
    (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()),
    pg_catalog.current_setting('server_version_num'),
    (SELECT pg_catalog.string_agg(pg_catalog.concat_ws('/', name, number, first, second), ' ' ORDER BY name) FROM counted)
  ), 'UTF8')), 'hex') AS fingerprint`;
