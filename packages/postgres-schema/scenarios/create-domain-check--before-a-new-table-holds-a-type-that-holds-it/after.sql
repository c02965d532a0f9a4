CREATE DOMAIN code AS integer CHECK (VALUE IS NOT NULL);
CREATE TYPE pair AS (first code, second date);
CREATE TABLE orders (id integer, codes numeric, code pair);
CREATE TABLE books (id integer, codes pair);
