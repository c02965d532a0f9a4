CREATE TABLE people (id integer PRIMARY KEY, code text UNIQUE, name text);
