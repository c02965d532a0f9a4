CREATE TABLE nodes (id integer PRIMARY KEY, parent integer);
CREATE VIEW roots WITH (check_option = local, security_barrier) AS SELECT id, parent FROM nodes WHERE parent IS NULL;
CREATE RECURSIVE VIEW below (id, depth) AS SELECT id, 0 FROM nodes WHERE parent IS NULL UNION ALL SELECT n.id, depth + 1 FROM nodes n JOIN below b ON n.parent = b.id;
