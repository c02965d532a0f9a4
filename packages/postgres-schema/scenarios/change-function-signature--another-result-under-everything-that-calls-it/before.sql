CREATE FUNCTION rank_of(v integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT v $$;
CREATE TABLE people (age integer DEFAULT rank_of(1), CONSTRAINT ranked CHECK (rank_of(age) > 0), rank integer GENERATED ALWAYS AS (rank_of(age)) STORED);
CREATE INDEX people_rank ON people (rank_of(age));
CREATE VIEW ranks AS SELECT rank_of(age) AS rank FROM people;
CREATE POLICY ranked ON people USING (rank_of(age) > 0);
GRANT EXECUTE ON FUNCTION rank_of(integer) TO scenario_reader;
COMMENT ON FUNCTION rank_of(integer) IS 'rank';
