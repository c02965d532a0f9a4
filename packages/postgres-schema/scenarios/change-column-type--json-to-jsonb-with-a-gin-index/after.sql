CREATE TABLE docs (id integer PRIMARY KEY, body jsonb NOT NULL DEFAULT '{}');
CREATE INDEX docs_body ON docs USING gin (body jsonb_path_ops);
