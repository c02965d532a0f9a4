CREATE TABLE t (id integer PRIMARY KEY);
CREATE PUBLICATION nothing_yet WITH (publish = 'insert');
COMMENT ON PUBLICATION nothing_yet IS 'to come';
