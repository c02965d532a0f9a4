CREATE TABLE docs (tags text[], at timestamptz, key text, place point, body tsvector, ip inet);
