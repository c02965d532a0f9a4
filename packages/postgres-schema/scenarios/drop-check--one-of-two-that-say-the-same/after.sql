CREATE TABLE orders (net integer, CONSTRAINT b CHECK (net > 0));
