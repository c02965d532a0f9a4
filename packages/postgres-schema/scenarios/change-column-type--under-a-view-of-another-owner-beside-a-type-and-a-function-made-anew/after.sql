CREATE TYPE mood AS ENUM ('good');
ALTER TYPE mood OWNER TO scenario_owner;
CREATE FUNCTION count_them() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
ALTER FUNCTION count_them() OWNER TO scenario_owner;
CREATE TABLE people (id bigint PRIMARY KEY);
ALTER TABLE people OWNER TO scenario_owner;
CREATE VIEW shown AS SELECT id FROM people;
ALTER VIEW shown OWNER TO scenario_owner;
