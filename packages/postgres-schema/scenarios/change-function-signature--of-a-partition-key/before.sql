CREATE FUNCTION half(integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN $1 / 2;
CREATE TABLE sales (id integer, shop integer NOT NULL) PARTITION BY LIST (half(shop));
CREATE TABLE sales_1 PARTITION OF sales FOR VALUES IN (1);
