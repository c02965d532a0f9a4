CREATE TABLE people (id integer CONSTRAINT is_known NOT NULL PRIMARY KEY);
COMMENT ON CONSTRAINT is_known ON people IS 'x';
