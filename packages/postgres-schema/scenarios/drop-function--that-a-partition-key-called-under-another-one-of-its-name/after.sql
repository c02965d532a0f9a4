CREATE FUNCTION half(integer) RETURNS integer LANGUAGE sql IMMUTABLE RETURN $1 / 2;
CREATE TABLE sales (id integer, shop smallint NOT NULL) PARTITION BY LIST (half((shop)::integer));
CREATE TABLE sales_1 PARTITION OF sales FOR VALUES IN (1);
CREATE COLLATION plain (locale = 'POSIX');
CREATE TABLE names (name text) PARTITION BY LIST (name COLLATE plain);
CREATE FUNCTION share(integer, integer DEFAULT 2) RETURNS integer LANGUAGE sql IMMUTABLE RETURN $1 / $2;
CREATE TABLE shares (id integer) PARTITION BY LIST (share(id));
