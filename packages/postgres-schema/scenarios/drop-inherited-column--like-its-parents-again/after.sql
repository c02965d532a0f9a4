CREATE TABLE base (id integer, name text DEFAULT 'x');
CREATE TABLE child () INHERITS (base);
COMMENT ON COLUMN child.name IS 'of its own';
