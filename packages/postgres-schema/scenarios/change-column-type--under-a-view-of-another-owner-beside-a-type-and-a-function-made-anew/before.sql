CREATE TYPE mood AS ENUM ('good', 'bad');
ALTER TYPE mood OWNER TO scenario_owner;
CREATE FUNCTION count_them() RETURNS integer LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION count_them() OWNER TO scenario_owner;
CREATE TABLE people (id integer PRIMARY KEY);
ALTER TABLE people OWNER TO scenario_owner;
CREATE VIEW shown AS SELECT id FROM people;
ALTER VIEW shown OWNER TO scenario_owner;
