CREATE TABLE people (id integer, name text);
GRANT SELECT (name) ON people TO scenario_reader WITH GRANT OPTION;
GRANT INSERT ON people TO scenario_reader WITH GRANT OPTION;
SET LOCAL ROLE scenario_reader;
GRANT SELECT (name), INSERT ON people TO scenario_writer;
RESET ROLE;
