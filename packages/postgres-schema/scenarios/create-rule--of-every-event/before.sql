CREATE TABLE people (id integer PRIMARY KEY, name text);
CREATE TABLE log (what text);
