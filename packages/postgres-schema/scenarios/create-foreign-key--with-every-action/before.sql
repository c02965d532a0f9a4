CREATE TABLE teams (id integer PRIMARY KEY);
CREATE TABLE people (id integer PRIMARY KEY, a integer, b integer, c integer DEFAULT 0, d integer);
