CREATE TYPE part AS (code text, amount bigint);
CREATE TABLE boxes (holds part);
