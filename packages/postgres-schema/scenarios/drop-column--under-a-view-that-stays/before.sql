CREATE TABLE people (id integer PRIMARY KEY, name text, nick text);
CREATE VIEW names AS SELECT id, name, nick FROM people;
COMMENT ON VIEW names IS 'names';
