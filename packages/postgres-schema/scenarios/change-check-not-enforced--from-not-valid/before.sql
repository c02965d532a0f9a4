CREATE TABLE orders (net integer);
ALTER TABLE orders ADD CONSTRAINT positive CHECK (net > 0) NOT VALID;
