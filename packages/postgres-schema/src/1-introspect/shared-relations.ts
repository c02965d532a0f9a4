const ofKinds = (kinds: string): string => `
    SELECT c.oid, n.schema, c.relname AS name, c.relkind AS kind, c.relpersistence AS persistence,
           c.relispopulated AS populated, c.relowner AS owner, c.relacl AS acl, c.reloptions AS options, c.relrowsecurity, c.relforcerowsecurity
    FROM pg_class c JOIN namespaces n ON n.oid = c.relnamespace
    WHERE c.relkind IN (${kinds})
      AND NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_class'::regclass AND m.objid = c.oid)`;

/**
 * What all families select from: the named schemas ($1), the members of extensions, and the relations of the schemas.
 * Tables are no selection from the relations: PostgreSQL would take them for a handful, and look everything up one by one.
 */
export const sharedRelations = `
  namespaces AS MATERIALIZED (
    SELECT oid, nspname AS schema, nspowner, nspacl FROM pg_namespace WHERE nspname = ANY ($1::text[])
  ),
  members AS MATERIALIZED (
    SELECT classid, objid, refobjid AS extension
    FROM pg_depend WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
  ),
  relations AS MATERIALIZED (${ofKinds("'r', 'p', 'f', 'v', 'm', 'S'")}
  ),
  tables AS MATERIALIZED (${ofKinds("'r', 'p', 'f'")}
  )`;
