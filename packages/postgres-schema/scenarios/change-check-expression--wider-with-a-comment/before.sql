CREATE TABLE orders (state text, CONSTRAINT known CHECK (state IN ('new', 'done')));
COMMENT ON CONSTRAINT known ON orders IS 'all states';
