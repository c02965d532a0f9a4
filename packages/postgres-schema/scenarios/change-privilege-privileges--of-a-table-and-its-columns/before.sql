CREATE TABLE people (id integer PRIMARY KEY, name text, phone text);
GRANT SELECT, INSERT, UPDATE (name) ON people TO scenario_reader;
