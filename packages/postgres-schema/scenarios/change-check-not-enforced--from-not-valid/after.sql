CREATE TABLE orders (net integer, CONSTRAINT positive CHECK (net > 0) NOT ENFORCED);
