CREATE TABLE orders (net integer, CONSTRAINT positive CHECK (net > 0));
COMMENT ON CONSTRAINT positive ON orders IS 'sold';
