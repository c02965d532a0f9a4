CREATE FUNCTION same(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE OPERATOR === (FUNCTION = same, LEFTARG = text, RIGHTARG = text);
COMMENT ON OPERATOR === (text, text) IS 'equal';
CREATE TABLE t (a text CONSTRAINT t_a CHECK (a === a));
