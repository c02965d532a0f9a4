CREATE FUNCTION ok(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> ''a''';
CREATE TABLE c (id integer, c0 text);
ALTER TABLE c OWNER TO scenario_reader;
