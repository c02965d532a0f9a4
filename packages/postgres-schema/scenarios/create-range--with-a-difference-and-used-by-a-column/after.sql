CREATE FUNCTION apart(float8, float8) RETURNS float8 LANGUAGE sql IMMUTABLE AS 'SELECT $1 - $2';
CREATE TYPE span AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = apart);
COMMENT ON TYPE span IS 'from and to';
CREATE TABLE t (a span, b span_multirange);
CREATE INDEX t_a ON t USING gist (a);
