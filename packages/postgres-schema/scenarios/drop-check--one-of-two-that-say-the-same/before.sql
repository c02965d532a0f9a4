CREATE TABLE orders (net integer, CONSTRAINT a CHECK (net > 0), CONSTRAINT b CHECK (net > 0));
