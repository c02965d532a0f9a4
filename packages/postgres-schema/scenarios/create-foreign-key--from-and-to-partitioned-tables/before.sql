CREATE TABLE orders (id integer, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE orders_all PARTITION OF orders DEFAULT;
CREATE TABLE items (order_id integer, at date) PARTITION BY RANGE (at);
CREATE TABLE items_all PARTITION OF items DEFAULT;
