CREATE TABLE a (id integer PRIMARY KEY, x text, y text);
CREATE PUBLICATION chosen FOR TABLE a (id, x);
