CREATE TABLE people (id integer);
GRANT SELECT ON people TO scenario_reader WITH GRANT OPTION;
GRANT SELECT ON people TO scenario_writer;
SET LOCAL ROLE scenario_reader;
GRANT SELECT ON people TO scenario_writer;
GRANT SELECT ON people TO PUBLIC;
RESET ROLE;
