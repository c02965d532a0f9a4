CREATE FUNCTION same(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE OPERATOR === (FUNCTION = same, LEFTARG = text, RIGHTARG = text, COMMUTATOR = ===);
COMMENT ON OPERATOR === (text, text) IS 'equal';
CREATE TABLE t (a text CONSTRAINT t_a CHECK (a === a));
CREATE INDEX t_same ON t ((a === 'x'));
