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
  /** Null for the owner. */
  readonly grantor: string | null;
  readonly privilege: string;
  readonly grantable: boolean;
}

/**
 * An object without a list has the default one: the owner's rights, which are left out, and for functions and types PUBLIC's.
 */
export const privilegesQuery = `
  SELECT owned.catalog, coalesce(identity.refobjid, owned.oid) AS oid, identity.refobjsubid AS place, owned.column, CASE e.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(e.grantee)::text END AS grantee,
         CASE WHEN e.grantor <> owned.owner THEN pg_get_userbyid(e.grantor)::text END AS grantor, lower(e.privilege_type) AS privilege, e.is_grantable AS grantable
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
  WHERE e.grantee <> owned.owner`;

/** One privilege object for each object, role and giver. Rows of objects that were not found are left out. */
export function toPrivileges(
  rows: readonly PrivilegeRow[],
  identify: (address: CatalogAddress) => ObjectId | undefined,
): readonly Privilege[] {
  const byObject = new Map<ObjectId, PrivilegeRow[]>();
  for (const row of rows) {
    const on = identify(addressOf(row.catalog, row.oid, row.place ?? 0));
    if (on === undefined) continue;
    const list = byObject.get(on);
    if (list === undefined) byObject.set(on, [row]);
    else list.push(row);
  }
  return [...byObject].flatMap(([on, given]) => privilegesOn(on, given));
}

function privilegesOn(on: ObjectId, given: readonly PrivilegeRow[]): readonly Privilege[] {
  const byRoles = new Map<string, { readonly first: PrivilegeRow; readonly all: PrivilegeRow[] }>();
  for (const row of given) {
    const roles = JSON.stringify([row.grantee, row.grantor]);
    const same = byRoles.get(roles);
    if (same === undefined) byRoles.set(roles, { first: row, all: [row] });
    else same.all.push(row);
  }
  return [...byRoles.values()].map(({ first: { grantee, grantor }, all }): Privilege => {
    const passedOn = grantor === null ? {} : { grantedBy: grantor, grantedThrough: grantorsOf(grantor, all, given) };
    return { kind: "privilege", on, grantee, ...passedOn, privileges: all.map(privilegeText).sort() };
  });
}

/** Whom a role has the right to pass these privileges on from. A privilege on the whole is one on each column. */
const grantorsOf = (
  role: string,
  passedOn: readonly PrivilegeRow[],
  given: readonly PrivilegeRow[],
): readonly (string | null)[] => {
  const isSource = (row: PrivilegeRow): boolean =>
    row.grantee === role &&
    row.grantable &&
    passedOn.some(
      ({ privilege, column }) => row.privilege === privilege && (row.column === null || row.column === column),
    );
  return [...new Set(given.filter(isSource).map(({ grantor }) => grantor))].sort();
};

const privilegeText = ({ privilege, column, grantable }: PrivilegeRow): string =>
  `${privilege}${column === null ? "" : `(${column})`}${grantable ? "*" : ""}`;
