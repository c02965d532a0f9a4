CREATE TABLE people (id integer PRIMARY KEY, name text);
CREATE VIEW shown AS SELECT id, upper(name) AS name FROM people;
