CREATE TABLE members (id integer PRIMARY KEY, name text);
CREATE PUBLICATION chosen FOR TABLE members (id, name);
