CREATE TABLE orders (id integer PRIMARY KEY, net integer);
