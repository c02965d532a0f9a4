CREATE TYPE mood AS ENUM ('sad', 'glad');
CREATE FUNCTION level(mood) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE CAST (mood AS integer) WITH FUNCTION level(mood);
