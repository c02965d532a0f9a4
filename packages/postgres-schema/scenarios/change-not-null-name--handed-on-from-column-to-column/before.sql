CREATE TABLE people (
  a integer CONSTRAINT one NOT NULL,
  b integer CONSTRAINT two NOT NULL,
  c integer CONSTRAINT three NOT NULL,
  d integer CONSTRAINT four NOT NULL,
  e integer CONSTRAINT five NOT NULL,
  f integer CONSTRAINT six NOT NULL
);
CREATE TABLE employees () INHERITS (people);
