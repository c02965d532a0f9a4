CREATE TABLE people (id integer PRIMARY KEY, name text);
CREATE VIEW outer_view AS SELECT id FROM people;
COMMENT ON VIEW outer_view IS 'kept';
GRANT SELECT ON outer_view TO scenario_reader;
