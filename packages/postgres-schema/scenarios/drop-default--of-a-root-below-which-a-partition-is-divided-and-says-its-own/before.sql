CREATE TABLE orders (id integer NOT NULL, state text DEFAULT 'new') PARTITION BY LIST (id);
CREATE TABLE orders_two PARTITION OF orders FOR VALUES IN (2, 22);
CREATE TABLE orders_rest PARTITION OF orders DEFAULT;
