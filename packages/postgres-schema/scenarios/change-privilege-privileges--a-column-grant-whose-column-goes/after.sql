CREATE TABLE people (id integer PRIMARY KEY, name text);
GRANT SELECT (name) ON people TO scenario_reader;
