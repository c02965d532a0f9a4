CREATE TABLE people (id integer PRIMARY KEY);
CREATE TABLE log (n bigint);
