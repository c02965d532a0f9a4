const ofKinds = (kinds: string): string => `
    SELECT c.oid, n.schema, c.relname AS name, c.relkind AS kind, c.relpersistence AS persistence,
           c.relispopulated AS populated, c.relowner AS owner, c.relacl AS acl, c.reloptions AS options, c.relrowsecurity,
           c.relforcerowsecurity, c.relreplident, c.relam, c.reloftype, c.reltoastrelid, c.reltablespace
    FROM pg_class c JOIN namespaces n ON n.oid = c.relnamespace
    WHERE c.relkind IN (${kinds})
      AND NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_class'::regclass AND m.objid = c.oid)`;

export const defaultCollation = 100;

/**
 * What all families select from: the named schemas ($1), the members of extensions, the relations of the schemas, and
 * those columns of any table or index that are set to something, or are not of the default collation: one scan for all who ask.
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
  ),
  unusual_columns AS MATERIALIZED (
    SELECT a.attrelid, a.attname, a.attnum, a.attislocal, a.attstorage <> t.typstorage AS stored_otherwise, a.attstorage,
           -- Null from PostgreSQL 17 where nothing is set, -1 before.
           a.attcompression, coalesce(a.attstattarget, -1) AS attstattarget, a.attoptions, a.attacl, a.attcollation
    FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
    -- System columns have a statistics target of 0.
    WHERE a.attacl IS NOT NULL OR a.attnum > 0 AND (
      a.attstorage <> t.typstorage OR a.attcompression <> '' OR coalesce(a.attstattarget, -1) >= 0
      OR a.attoptions IS NOT NULL OR a.attcollation NOT IN (0, ${defaultCollation}))
  )`;
