CREATE TABLE people (id integer PRIMARY KEY, name text);
CREATE VIEW shown AS SELECT id, name FROM people WHERE id > 10;
CREATE VIEW counted AS SELECT count(*) AS n FROM shown;
