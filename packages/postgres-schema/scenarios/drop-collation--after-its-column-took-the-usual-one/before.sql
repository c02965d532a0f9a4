CREATE COLLATION german (LOCALE = 'C');
CREATE TABLE t (a text COLLATE german);
