CREATE TABLE orders (id integer PRIMARY KEY, sum integer NOT NULL DEFAULT 0);
