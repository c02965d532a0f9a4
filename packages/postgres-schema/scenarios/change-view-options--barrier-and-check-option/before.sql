CREATE TABLE people (id integer PRIMARY KEY, name text);
CREATE VIEW shown AS SELECT id, name FROM people WHERE id > 0;
CREATE VIEW hidden WITH (security_barrier) AS SELECT id FROM people;
GRANT SELECT ON shown TO scenario_reader;
