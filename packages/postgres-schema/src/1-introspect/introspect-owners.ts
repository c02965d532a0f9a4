import type { ObjectId } from "../schema/object-id.ts";
import type { Owner } from "../schema/objects.ts";
import { addressOf, type CatalogAddress, type ServerFacts } from "./catalog-family.ts";
import { mayHave } from "./present-catalogs.ts";

export interface OwnerRow {
  readonly catalog: `pg_${string}`;
  readonly oid: string;
  readonly role: string;
}

const others = [
  ["pg_collation", "collowner"],
  ["pg_conversion", "conowner"],
  ["pg_operator", "oprowner"],
  ["pg_opclass", "opcowner"],
  ["pg_opfamily", "opfowner"],
  ["pg_ts_config", "cfgowner"],
  ["pg_ts_dict", "dictowner"],
  ["pg_foreign_data_wrapper", "fdwowner"],
  ["pg_foreign_server", "srvowner"],
  ["pg_event_trigger", "evtowner"],
  ["pg_publication", "pubowner"],
] as const;

/** A sequence that belongs to a column has its table's owner. */
export const ownersQuery = (server: ServerFacts): string => `
  SELECT o.catalog, o.oid, pg_get_userbyid(o.owner) AS role
  FROM (
    SELECT 'pg_namespace' AS catalog, oid, nspowner AS owner FROM namespaces
    UNION ALL
    SELECT 'pg_class', r.oid, r.owner FROM relations r
    WHERE r.kind <> 'S' OR NOT EXISTS (
      SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.refobjsubid > 0)
    UNION ALL
    SELECT 'pg_proc', p.oid, p.proowner FROM pg_proc p JOIN namespaces n ON n.oid = p.pronamespace
    UNION ALL
    SELECT 'pg_type', t.oid, t.typowner FROM pg_type t JOIN namespaces n ON n.oid = t.typnamespace
    UNION ALL
    SELECT 'pg_statistic_ext', s.oid, s.stxowner
    FROM pg_statistic_ext s JOIN namespaces n ON n.oid = s.stxnamespace
    ${others
      .filter(([catalog]) => mayHave(server, catalog))
      .map(
        ([catalog, column]) =>
          `UNION ALL SELECT '${catalog}', x.oid, x.${column} FROM ${catalog} x WHERE x.oid >= 16384`,
      )
      .join("\n    ")}
  ) o`;

/** Owners of objects that were found. */
export const toOwners = (
  rows: readonly OwnerRow[],
  identify: (address: CatalogAddress) => ObjectId | undefined,
): readonly Owner[] =>
  rows.flatMap(({ catalog, oid, role }) => {
    const on = identify(addressOf(catalog, oid));
    return on === undefined ? [] : [{ kind: "owner", on, role }];
  });
