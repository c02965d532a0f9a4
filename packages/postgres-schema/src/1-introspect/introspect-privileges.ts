import type { ObjectId } from "../schema/object-id.ts";
import type { Privilege } from "../schema/objects.ts";
import { addressOf, type CatalogAddress } from "./catalog-family.ts";

export interface PrivilegeRow {
  readonly catalog: `pg_${string}`;
  readonly oid: string;
  /** The number of the column whose identity it is. */
  readonly place: number | null;
  readonly column: string | null;
  readonly grantee: string;
  readonly privilege: string;
  readonly grantable: boolean;
}

/**
 * An object without a list has the default one: the owner's rights, which are left out, and for functions and types PUBLIC's.
 */
export const privilegesQuery = `
  SELECT owned.catalog, coalesce(identity.refobjid, owned.oid) AS oid, identity.refobjsubid AS place, owned.column, CASE e.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(e.grantee)::text END AS grantee,
         lower(e.privilege_type) AS privilege, bool_or(e.is_grantable) AS grantable
  FROM (
    SELECT 'pg_namespace' AS catalog, oid, NULL::name AS column, nspowner AS owner, nspacl AS acl FROM namespaces
    UNION ALL
    SELECT 'pg_class', oid, NULL, owner, acl FROM relations
    UNION ALL
    SELECT 'pg_foreign_data_wrapper', oid, NULL, fdwowner, fdwacl FROM pg_foreign_data_wrapper
    UNION ALL
    SELECT 'pg_foreign_server', oid, NULL, srvowner, srvacl FROM pg_foreign_server
    UNION ALL
    SELECT 'pg_class', r.oid, a.attname, r.owner, a.attacl
    FROM relations r JOIN unusual_columns a ON a.attrelid = r.oid AND a.attacl IS NOT NULL
    UNION ALL
    SELECT 'pg_proc', p.oid, NULL, p.proowner, coalesce(p.proacl, acldefault('f', p.proowner))
    FROM pg_proc p JOIN namespaces n ON n.oid = p.pronamespace
    UNION ALL
    SELECT 'pg_type', t.oid, NULL, t.typowner, coalesce(t.typacl, acldefault('T', t.typowner))
    FROM pg_type t JOIN namespaces n ON n.oid = t.typnamespace LEFT JOIN pg_class c ON c.oid = t.typrelid
    WHERE t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND c.relkind = 'c'
  ) owned
  CROSS JOIN LATERAL aclexplode(owned.acl) e
  -- The sequence behind an identity is part of its column.
  LEFT JOIN pg_depend identity ON owned.catalog = 'pg_class' AND identity.classid = 'pg_class'::regclass
    AND identity.objid = owned.oid AND identity.deptype = 'i' AND identity.refobjsubid > 0
  WHERE e.grantee <> owned.owner
  GROUP BY 1, 2, 3, 4, 5, 6`;

/** One privilege object for each object and role. Rows of objects that were not found are left out. */
export function toPrivileges(
  rows: readonly PrivilegeRow[],
  identify: (address: CatalogAddress) => ObjectId | undefined,
): readonly Privilege[] {
  const byObject = new Map<ObjectId, Map<string, string[]>>();
  for (const row of rows) {
    const on = identify(addressOf(row.catalog, row.oid, row.place ?? 0));
    if (on === undefined) continue;
    const byGrantee = byObject.get(on) ?? new Map<string, string[]>();
    byObject.set(on, byGrantee);
    byGrantee.set(row.grantee, [...(byGrantee.get(row.grantee) ?? []), privilegeText(row)]);
  }
  return [...byObject].flatMap(([on, byGrantee]) =>
    [...byGrantee].map(
      ([grantee, privileges]): Privilege => ({ kind: "privilege", on, grantee, privileges: privileges.sort() }),
    ),
  );
}

const privilegeText = ({ privilege, column, grantable }: PrivilegeRow): string =>
  `${privilege}${column === null ? "" : `(${column})`}${grantable ? "*" : ""}`;
