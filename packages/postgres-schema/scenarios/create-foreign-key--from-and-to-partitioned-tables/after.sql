CREATE TABLE orders (id integer, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE orders_all PARTITION OF orders DEFAULT;
CREATE TABLE items (order_id integer, at date, CONSTRAINT of_order FOREIGN KEY (order_id, at) REFERENCES orders ON DELETE CASCADE) PARTITION BY RANGE (at);
CREATE TABLE items_all PARTITION OF items DEFAULT;
