CREATE TABLE docs (id integer NOT NULL, body text, note text, size integer);
CREATE UNIQUE INDEX docs_id ON docs (id);
ALTER TABLE docs SET (fillfactor = 70, autovacuum_enabled = off, toast.autovacuum_enabled = off);
ALTER TABLE docs ALTER body SET STORAGE EXTERNAL, ALTER note SET COMPRESSION pglz, ALTER size SET STATISTICS 500, ALTER size SET (n_distinct = -0.5, n_distinct_inherited = 7);
ALTER TABLE docs REPLICA IDENTITY USING INDEX docs_id;
ALTER TABLE docs CLUSTER ON docs_id;
ALTER INDEX docs_id SET (fillfactor = 60, deduplicate_items = off);
