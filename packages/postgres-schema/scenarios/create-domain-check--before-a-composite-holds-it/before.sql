CREATE DOMAIN code AS text;
CREATE TYPE pair AS (p date, q bigint);
CREATE TABLE c (id pair);
