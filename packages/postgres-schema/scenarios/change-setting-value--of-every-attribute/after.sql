CREATE TABLE docs (id integer NOT NULL, code integer NOT NULL, body text) WITH (fillfactor = 80);
ALTER TABLE docs ALTER body SET STORAGE MAIN, ALTER body SET STATISTICS 20, ALTER code SET (n_distinct = 6);
CREATE UNIQUE INDEX docs_id ON docs (id);
CREATE UNIQUE INDEX docs_code ON docs (code) WITH (fillfactor = 60);
ALTER TABLE docs REPLICA IDENTITY USING INDEX docs_code;
ALTER TABLE docs CLUSTER ON docs_code;
