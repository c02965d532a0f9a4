CREATE TABLE old_people (id integer PRIMARY KEY);
CREATE TABLE people (id integer PRIMARY KEY);
CREATE VIEW everyone AS SELECT id FROM old_people;
GRANT SELECT ON everyone TO scenario_reader;
