CREATE TYPE price AS (amount numeric(12,4), currency text, since date);
CREATE TABLE products (id integer PRIMARY KEY, price price NOT NULL, former price[]);
CREATE VIEW amounts AS SELECT id, (price).amount FROM products;
CREATE FUNCTION shown(price) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1.amount || $1.currency';
GRANT USAGE ON TYPE price TO PUBLIC;
COMMENT ON TYPE price IS 'What is paid';
