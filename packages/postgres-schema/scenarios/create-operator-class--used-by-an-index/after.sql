CREATE OPERATOR CLASS up FOR TYPE integer USING btree AS OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer);
COMMENT ON OPERATOR CLASS up USING btree IS 'upwards';
CREATE TABLE t (a integer);
CREATE INDEX t_a ON t (a up);
