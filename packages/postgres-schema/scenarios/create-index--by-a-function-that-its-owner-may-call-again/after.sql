CREATE FUNCTION ok(t text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> ''a''';
CREATE TABLE c (id int, c0 numeric(12,2));
CREATE UNIQUE INDEX ci ON c ((c0::text), id) WHERE ok(c0::text);
ALTER TABLE c OWNER TO scenario_reader;
