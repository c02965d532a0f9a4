CREATE TABLE teams (id integer PRIMARY KEY);
CREATE TABLE people (id integer PRIMARY KEY, team integer);
