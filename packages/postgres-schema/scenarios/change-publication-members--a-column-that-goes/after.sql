CREATE TABLE a (id integer PRIMARY KEY, y text);
CREATE PUBLICATION chosen FOR TABLE a (id, y);
