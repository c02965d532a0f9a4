CREATE TABLE docs (id integer NOT NULL, body text, note text, size integer);
CREATE UNIQUE INDEX docs_id ON docs (id);
