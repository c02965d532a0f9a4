CREATE TABLE people (id integer PRIMARY KEY, name text, phone text);
GRANT SELECT (name, phone) ON people TO scenario_reader;
