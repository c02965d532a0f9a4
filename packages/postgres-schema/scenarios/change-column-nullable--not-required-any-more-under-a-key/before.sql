CREATE TABLE people (id integer PRIMARY KEY, code text NOT NULL UNIQUE, name text NOT NULL);
