CREATE FUNCTION ok(t text) RETURNS boolean LANGUAGE sql IMMUTABLE STRICT AS 'SELECT $1 <> ''a''';
CREATE TABLE c (id integer, c0 text);
CREATE INDEX c_index ON c (id) WHERE ok(c0);
REVOKE ALL ON FUNCTION ok(text) FROM PUBLIC;
ALTER TABLE c OWNER TO scenario_reader;
