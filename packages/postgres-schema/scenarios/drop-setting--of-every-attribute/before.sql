CREATE TABLE docs (id integer NOT NULL, body text STORAGE PLAIN COMPRESSION pglz, size integer) WITH (fillfactor = 70, parallel_workers = 3);
ALTER TABLE docs ALTER size SET STATISTICS 0;
ALTER TABLE docs REPLICA IDENTITY FULL;
CREATE INDEX docs_id ON docs (id) WITH (fillfactor = 60);
ALTER TABLE docs CLUSTER ON docs_id;
