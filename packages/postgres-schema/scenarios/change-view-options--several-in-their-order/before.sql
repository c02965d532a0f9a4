CREATE TABLE t (id integer, secret text);
CREATE VIEW v WITH (security_barrier = true) AS SELECT id FROM t WHERE id > 0;
