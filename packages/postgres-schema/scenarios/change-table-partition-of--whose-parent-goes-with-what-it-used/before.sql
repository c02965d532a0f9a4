CREATE TYPE mood AS ENUM ('calm', 'wild');
CREATE TABLE animals (id bigserial NOT NULL, kind text DEFAULT 'cat', mood mood DEFAULT 'calm') PARTITION BY LIST (kind);
CREATE TABLE cats PARTITION OF animals FOR VALUES IN ('cat');
