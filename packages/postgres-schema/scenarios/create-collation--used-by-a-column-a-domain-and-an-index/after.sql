CREATE COLLATION german (LOCALE = 'C');
COMMENT ON COLLATION german IS 'deutsch';
CREATE DOMAIN word AS text COLLATE german;
CREATE TABLE t (a text COLLATE german, b text);
CREATE INDEX t_b ON t (b COLLATE german);
