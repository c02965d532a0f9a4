CREATE TYPE person AS (id integer, name text);
CREATE TABLE members OF person;
