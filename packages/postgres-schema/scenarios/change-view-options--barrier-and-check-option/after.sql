CREATE TABLE people (id integer PRIMARY KEY, name text);
CREATE VIEW shown WITH (check_option = cascaded, security_barrier) AS SELECT id, name FROM people WHERE id > 0;
CREATE VIEW hidden AS SELECT id FROM people;
GRANT SELECT ON shown TO scenario_reader;
