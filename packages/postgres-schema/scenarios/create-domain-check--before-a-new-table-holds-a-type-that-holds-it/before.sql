CREATE DOMAIN code AS integer;
CREATE TYPE pair AS (first code, second date);
CREATE TABLE orders (id integer, codes pair, code code);
