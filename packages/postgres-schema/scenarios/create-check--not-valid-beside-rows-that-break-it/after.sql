CREATE TABLE orders (id integer PRIMARY KEY, net integer);
ALTER TABLE orders ADD CONSTRAINT positive CHECK (net > 0) NOT VALID;
