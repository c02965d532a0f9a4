CREATE TABLE people (id integer PRIMARY KEY);
CREATE VIEW everyone AS SELECT id FROM people;
GRANT SELECT ON everyone TO scenario_reader;
