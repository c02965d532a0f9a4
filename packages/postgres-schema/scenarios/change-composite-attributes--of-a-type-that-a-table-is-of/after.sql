CREATE TYPE person AS (id integer, title text, age integer);
CREATE TABLE members OF person;
