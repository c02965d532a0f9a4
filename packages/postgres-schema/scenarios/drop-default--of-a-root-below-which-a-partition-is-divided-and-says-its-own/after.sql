CREATE TABLE orders (id integer NOT NULL, state text) PARTITION BY LIST (id);
CREATE TABLE orders_two PARTITION OF orders (state DEFAULT 'two') FOR VALUES IN (2, 22) PARTITION BY HASH (id);
CREATE TABLE orders_rest PARTITION OF orders DEFAULT;
