CREATE TABLE people (id integer PRIMARY KEY);
GRANT SELECT ON people TO scenario_reader;
GRANT INSERT ON people TO scenario_writer WITH GRANT OPTION;
