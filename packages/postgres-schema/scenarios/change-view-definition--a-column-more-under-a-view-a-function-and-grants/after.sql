CREATE TABLE people (id integer PRIMARY KEY, name text, born date);
CREATE VIEW shown AS SELECT id, name, born FROM people;
CREATE VIEW counted AS SELECT count(*) AS n FROM shown;
CREATE FUNCTION first_shown() RETURNS SETOF shown LANGUAGE sql AS $$ SELECT * FROM shown LIMIT 1 $$;
GRANT SELECT ON shown TO scenario_reader;
COMMENT ON VIEW counted IS 'how many';
