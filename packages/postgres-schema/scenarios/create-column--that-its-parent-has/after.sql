CREATE TABLE people (id integer, name text);
CREATE TABLE employees (wage integer) INHERITS (people);
CREATE TABLE managers (name text) INHERITS (employees);
