CREATE TABLE people (id integer PRIMARY KEY);
CREATE TABLE log (what text);
CREATE RULE log_insert AS ON INSERT TO people DO ALSO INSERT INTO log VALUES ('in');
