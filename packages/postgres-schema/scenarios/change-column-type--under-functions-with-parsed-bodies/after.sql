CREATE TABLE items (id integer, price bigint);
CREATE FUNCTION price_of(item integer) RETURNS bigint STABLE BEGIN ATOMIC SELECT price FROM items WHERE id = item; END;
CREATE FUNCTION dear(item integer) RETURNS boolean STABLE RETURN price_of(item) > 100;
CREATE VIEW dear_items AS SELECT id FROM items WHERE dear(id);
CREATE TABLE orders (item integer, price integer DEFAULT price_of(1));
