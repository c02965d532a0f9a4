CREATE DOMAIN code AS integer;
CREATE TYPE pair AS (first integer);
CREATE TABLE orders (id integer NOT NULL, codes numeric, code code) PARTITION BY RANGE (id);
