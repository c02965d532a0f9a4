CREATE TABLE people (id integer PRIMARY KEY, name text, phone text);
GRANT SELECT, DELETE, UPDATE (phone) ON people TO scenario_reader;
