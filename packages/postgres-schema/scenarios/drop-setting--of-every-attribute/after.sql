CREATE TABLE docs (id integer NOT NULL, body text, size integer);
CREATE INDEX docs_id ON docs (id);
