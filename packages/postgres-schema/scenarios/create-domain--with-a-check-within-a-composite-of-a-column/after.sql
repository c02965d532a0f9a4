CREATE DOMAIN code AS text CONSTRAINT filled CHECK (VALUE <> '');
CREATE TYPE part AS (code code, amount bigint);
CREATE TABLE boxes (holds part);
