import type { CatalogConnection } from "./catalog-connection.ts";
import { queryRow } from "./catalog-connection.ts";

/**
 * The settings that change what PostgreSQL prints, at the values that make it print the same everywhere. With only
 * pg_catalog in the path every other name is printed with its schema; pg_temp stands last so that a temporary table
 * cannot take the place of a catalog.
 */
const canonicalSettings = {
  search_path: "pg_catalog, pg_temp",
  quote_all_identifiers: "off",
  standard_conforming_strings: "on",
  DateStyle: "ISO, YMD",
  IntervalStyle: "postgres",
  TimeZone: "UTC",
  bytea_output: "hex",
  extra_float_digits: "1",
  lc_monetary: "C",
  // One statement reads it all; compiling so large a statement costs more than running it.
  jit: "off",
  // So that the columns of a thousand tables are sorted without a file.
  work_mem: "64MB",
} as const;

/** What was in force before, and where we are. */
interface Arrival {
  readonly values: readonly string[];
  /** The start of the transaction: two statements share it exactly when they share a transaction. */
  readonly transaction: string;
}

/**
 * Runs `read` with the settings that make PostgreSQL print canonical text, and puts the caller's settings back.
 *
 * In the caller's transaction, if one is open: `read` sees its uncommitted changes, and if it fails, the settings go
 * back with the caller's rollback. Else in a read-only transaction of its own, with one snapshot.
 */
export async function readCanonically<Result>(
  connection: CatalogConnection,
  read: () => Promise<Result>,
): Promise<Result> {
  const arrival = await applySettings(connection, Object.values(canonicalSettings));
  const { transaction } = await queryRow<{ transaction: string }>(
    connection,
    "SELECT pg_catalog.transaction_timestamp()::pg_catalog.text AS transaction",
  );
  if (transaction !== arrival.transaction) return readInOwnTransaction(connection, read);
  const result = await read();
  await applySettings(connection, arrival.values);
  return result;
}

async function readInOwnTransaction<Result>(
  connection: CatalogConnection,
  read: () => Promise<Result>,
): Promise<Result> {
  await connection.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    await applySettings(connection, Object.values(canonicalSettings));
    return await read();
  } finally {
    await connection.query("ROLLBACK");
  }
}

/** Sets the settings to the end of the transaction, and gives their values from before. */
function applySettings(connection: CatalogConnection, values: readonly string[]): Promise<Arrival> {
  return queryRow<Arrival>(
    connection,
    `WITH earlier AS MATERIALIZED (
       SELECT name, value, place, pg_catalog.current_setting(name) AS before
       FROM ROWS FROM (pg_catalog.unnest($1::pg_catalog.text[]), pg_catalog.unnest($2::pg_catalog.text[]))
         WITH ORDINALITY AS wanted (name, value, place)
     ), applied AS MATERIALIZED (
       SELECT place, before, pg_catalog.set_config(name, value, true) FROM earlier
     )
     SELECT pg_catalog.array_agg(before ORDER BY place) AS values,
            pg_catalog.transaction_timestamp()::pg_catalog.text AS transaction
     FROM applied`,
    [Object.keys(canonicalSettings), values],
  );
}
