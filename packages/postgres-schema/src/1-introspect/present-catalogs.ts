import type { ServerFacts } from "./catalog-family.ts";

/** The catalogs in which most databases have no row of their own, with the column that tells whose a row is. */
const rareCatalogs = {
  pg_aggregate: "aggfnoid",
  pg_am: "oid",
  pg_cast: "oid",
  pg_collation: "oid",
  pg_conversion: "oid",
  pg_default_acl: "oid",
  pg_event_trigger: "oid",
  pg_foreign_data_wrapper: "oid",
  pg_foreign_server: "oid",
  pg_inherits: "inhrelid",
  pg_opclass: "oid",
  pg_operator: "oid",
  pg_opfamily: "oid",
  pg_publication: "oid",
  pg_range: "rngtypid",
  pg_rewrite: "oid",
  pg_statistic_ext: "oid",
  pg_ts_config: "oid",
  pg_ts_dict: "oid",
  pg_ts_parser: "oid",
  pg_ts_template: "oid",
} as const;

export type RareCatalog = keyof typeof rareCatalogs;

/**
 * Which of them have a row that initdb did not make, one name a row. Nothing is asked of the others: to plan a query takes
 * PostgreSQL longer than to run it on an empty catalog.
 */
export const presentCatalogsQuery = `
  SELECT c.catalog FROM (VALUES
    ${Object.entries(rareCatalogs)
      .map(([catalog, column]) => `('${catalog}', EXISTS (SELECT FROM ${catalog} WHERE ${column} >= 16384))`)
      .join(",\n    ")}
  ) AS c (catalog, present) WHERE c.present ORDER BY 1`;

/** Whether there may be something: in a catalog that is always asked, or in one that has a row. */
export const mayHave = ({ present }: Pick<ServerFacts, "present">, catalog: string | undefined): boolean =>
  catalog === undefined || !(catalog in rareCatalogs) || present.has(catalog as RareCatalog);
