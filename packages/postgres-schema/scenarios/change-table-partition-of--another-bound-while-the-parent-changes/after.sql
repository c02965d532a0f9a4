CREATE TABLE regions (id integer PRIMARY KEY);
CREATE TABLE orders (
  id integer CONSTRAINT orders_key PRIMARY KEY,
  region integer CONSTRAINT orders_region REFERENCES regions ON DELETE CASCADE,
  total bigint NOT NULL CONSTRAINT orders_total CHECK (total > 0),
  note text DEFAULT ''
) PARTITION BY RANGE (id);
CREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM (0) TO (5);
CREATE TABLE orders_2 PARTITION OF orders FOR VALUES FROM (5) TO (20);
CREATE INDEX orders_by_region ON orders (region, total);
CREATE TABLE notes (order_id integer CONSTRAINT notes_order REFERENCES orders);
