CREATE SCHEMA extra;
CREATE TABLE extra.parts (id integer PRIMARY KEY);
CREATE TABLE members (id integer PRIMARY KEY, name text);
CREATE PUBLICATION chosen FOR TABLE members WHERE (id > 10), TABLES IN SCHEMA extra;
