CREATE TABLE orders (id integer PRIMARY KEY, amount text DEFAULT '0');
