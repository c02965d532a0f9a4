CREATE DOMAIN code AS integer CHECK (VALUE <> 7);
CREATE TYPE pair AS (first code);
CREATE TABLE orders (id integer NOT NULL, codes pair, code numeric) PARTITION BY LIST (id);
