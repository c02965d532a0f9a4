CREATE TABLE people (id integer PRIMARY KEY);
COMMENT ON TABLE people IS 'plain';
