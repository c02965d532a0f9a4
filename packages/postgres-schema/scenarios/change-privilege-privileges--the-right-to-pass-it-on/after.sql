CREATE TABLE people (id integer PRIMARY KEY);
GRANT SELECT ON people TO scenario_reader WITH GRANT OPTION;
GRANT INSERT ON people TO scenario_writer;
