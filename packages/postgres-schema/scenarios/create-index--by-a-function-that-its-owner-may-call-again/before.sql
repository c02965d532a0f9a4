CREATE FUNCTION ok(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> ''a''';
CREATE TABLE c (id int, c0 varchar(30));
REVOKE ALL ON FUNCTION ok(text) FROM PUBLIC;
ALTER TABLE c OWNER TO scenario_reader;
