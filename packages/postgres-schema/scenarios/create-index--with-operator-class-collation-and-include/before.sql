CREATE TABLE people (name text, city text, id integer);
