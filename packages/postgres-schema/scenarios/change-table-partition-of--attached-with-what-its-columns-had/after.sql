CREATE TYPE mood AS ENUM ('calm', 'wild');
CREATE TABLE animals (kind text, id bigint, mood text DEFAULT 'calm') PARTITION BY LIST (kind);
CREATE TABLE cats PARTITION OF animals FOR VALUES IN ('cat');
CREATE VIEW seen AS SELECT id FROM cats;
