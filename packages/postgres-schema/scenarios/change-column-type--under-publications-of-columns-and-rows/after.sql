CREATE TYPE state AS ENUM ('old', 'new');
CREATE TABLE items (id bigint PRIMARY KEY, price numeric, note text);
CREATE TABLE orders (id integer PRIMARY KEY, total bigint) PARTITION BY RANGE (id);
CREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM (0) TO (10);
ALTER TABLE items REPLICA IDENTITY FULL;
CREATE PUBLICATION dear FOR TABLE items (id, price) WHERE (price > 100), orders_1 WHERE (id > 3);
CREATE TABLE jobs (id integer PRIMARY KEY, state state);
CREATE PUBLICATION states FOR TABLE jobs (id, state), items;
