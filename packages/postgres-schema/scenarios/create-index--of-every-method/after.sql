CREATE TABLE docs (tags text[], at timestamptz, key text, place point, body tsvector, ip inet);
CREATE INDEX docs_tags ON docs USING gin (tags);
CREATE INDEX docs_at ON docs USING brin (at) WITH (autosummarize = on, pages_per_range = 16);
CREATE INDEX docs_key ON docs USING hash (key);
CREATE INDEX docs_place ON docs USING gist (place);
CREATE INDEX docs_body ON docs USING gin (body) WITH (fastupdate = off);
CREATE INDEX docs_ip ON docs USING spgist (ip);
CREATE INDEX docs_ip_ops ON docs USING gist (ip inet_ops);
