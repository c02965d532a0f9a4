CREATE TABLE people (id integer PRIMARY KEY, name text);
CREATE TABLE log (what text);
CREATE RULE log_insert AS ON INSERT TO people DO ALSO INSERT INTO log VALUES ('in');
CREATE RULE keep AS ON DELETE TO people WHERE OLD.id < 10 DO INSTEAD NOTHING;
CREATE RULE twice AS ON UPDATE TO people DO ALSO (INSERT INTO log VALUES ('up'); INSERT INTO log VALUES ('date'));
COMMENT ON RULE keep ON people IS 'the first ten stay';
