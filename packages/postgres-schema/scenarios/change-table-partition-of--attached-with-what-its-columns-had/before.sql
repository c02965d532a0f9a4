CREATE TYPE mood AS ENUM ('calm');
CREATE TABLE animals (kind text, id bigint, mood text DEFAULT 'calm') PARTITION BY LIST (kind);
CREATE TABLE cats (kind text NOT NULL, id bigserial, mood mood NOT NULL DEFAULT 'calm');
COMMENT ON COLUMN cats.kind IS 'theirs';
GRANT SELECT (id) ON cats TO PUBLIC;
CREATE VIEW seen AS SELECT id FROM cats;
