CREATE TABLE people (id integer PRIMARY KEY, name text, CONSTRAINT named CHECK (name IS NOT NULL));
