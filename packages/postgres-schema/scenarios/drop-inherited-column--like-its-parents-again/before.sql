CREATE TABLE base (id integer, name text DEFAULT 'x');
CREATE TABLE child () INHERITS (base);
ALTER TABLE child ALTER name SET DEFAULT 'y', ALTER id SET NOT NULL;
COMMENT ON COLUMN child.name IS 'of its own';
