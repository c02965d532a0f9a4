CREATE TABLE docs (id integer NOT NULL, code integer NOT NULL, body text) WITH (fillfactor = 70);
ALTER TABLE docs ALTER body SET STORAGE EXTERNAL, ALTER body SET STATISTICS 10, ALTER code SET (n_distinct = 5);
CREATE UNIQUE INDEX docs_id ON docs (id);
CREATE UNIQUE INDEX docs_code ON docs (code) WITH (fillfactor = 50);
ALTER TABLE docs REPLICA IDENTITY USING INDEX docs_id;
ALTER TABLE docs CLUSTER ON docs_id;
