/**
 * What all families select from: the named schemas ($1), the members of extensions, and the relations we model.
 * Foreign and typed tables are left to `introspect-unmodelled.ts`.
 */
export const sharedRelations = `
  namespaces AS MATERIALIZED (
    SELECT oid, nspname AS schema, nspowner, nspacl FROM pg_namespace WHERE nspname = ANY ($1::text[])
  ),
  members AS MATERIALIZED (
    SELECT classid, objid, refobjid AS extension
    FROM pg_depend WHERE refclassid = 'pg_extension'::regclass AND deptype = 'e'
  ),
  relations AS MATERIALIZED (
    SELECT c.oid, n.schema, c.relname AS name, c.relkind AS kind, c.relpersistence AS persistence,
           c.relispopulated AS populated, c.relowner AS owner, c.relacl AS acl, c.reloptions AS options, c.relrowsecurity, c.relforcerowsecurity
    FROM pg_class c JOIN namespaces n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND c.reloftype = 0
      AND NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_class'::regclass AND m.objid = c.oid)
  ),
  tables AS MATERIALIZED (SELECT * FROM relations WHERE kind IN ('r', 'p'))`;
