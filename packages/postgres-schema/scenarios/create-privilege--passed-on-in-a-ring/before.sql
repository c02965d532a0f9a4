CREATE TABLE people (id integer);
GRANT SELECT ON people TO scenario_reader WITH GRANT OPTION;
GRANT INSERT ON people TO scenario_writer WITH GRANT OPTION;
