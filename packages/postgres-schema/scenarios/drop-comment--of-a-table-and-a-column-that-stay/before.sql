CREATE TABLE people (id integer PRIMARY KEY, name text);
COMMENT ON TABLE people IS 'a';
COMMENT ON COLUMN people.name IS 'b';
