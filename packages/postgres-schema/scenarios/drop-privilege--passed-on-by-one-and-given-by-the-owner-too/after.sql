CREATE TABLE people (id integer);
GRANT SELECT ON people TO scenario_writer;
