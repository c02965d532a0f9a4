import type { DefaultPrivilege } from "../schema/objects.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";

interface DefaultPrivilegeRow extends Omit<DefaultPrivilege, "kind" | "privileges"> {
  readonly oid: string;
  readonly place: number;
  readonly privileges: readonly string[];
}

// A list for all schemas stands in the place of PostgreSQL's own, so what is missing in it counts too. One for a schema
// adds to that.
export const defaultPrivileges = catalogFamily<DefaultPrivilegeRow>(
  () => `
    SELECT d.oid, row_number() OVER () AS place, pg_get_userbyid(d.defaclrole) AS role, n.schema,
           CASE d.defaclobjtype WHEN 'r' THEN 'tables' WHEN 'S' THEN 'sequences' WHEN 'f' THEN 'functions'
                                WHEN 'T' THEN 'types' WHEN 'n' THEN 'schemas' ELSE 'large_objects' END AS objects,
           CASE e.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(e.grantee)::text END AS grantee,
           coalesce(e.privileges, '{}') AS privileges
    FROM pg_default_acl d LEFT JOIN namespaces n ON n.oid = d.defaclnamespace
    CROSS JOIN LATERAL (
      SELECT coalesce(given.grantee, own.grantee) AS grantee, given.privileges
      FROM (SELECT x.grantee, array_agg(lower(x.privilege_type) || CASE WHEN x.is_grantable THEN '*' ELSE '' END
                                        ORDER BY lower(x.privilege_type)) AS privileges
            FROM aclexplode(d.defaclacl) x GROUP BY 1) given
      FULL JOIN (
        SELECT x.grantee, array_agg(lower(x.privilege_type) ORDER BY lower(x.privilege_type)) AS privileges
        FROM aclexplode(CASE WHEN d.defaclnamespace = 0 AND d.defaclobjtype <> 'L'
                             THEN acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END, d.defaclrole)
                        END) x GROUP BY 1
      ) own ON own.grantee = given.grantee
      WHERE own.privileges IS DISTINCT FROM given.privileges
    ) e
    WHERE d.defaclnamespace = 0 OR n.oid IS NOT NULL`,
  ({ oid, place, ...row }) => [
    { address: addressOf("pg_default_acl", oid, place), object: { kind: "default_privilege", ...row } },
  ],
);
