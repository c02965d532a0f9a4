CREATE TABLE people (
  a integer CONSTRAINT two NOT NULL,
  b integer CONSTRAINT three NOT NULL,
  c integer,
  d integer CONSTRAINT five NOT NULL,
  e integer CONSTRAINT six NOT NULL,
  f integer CONSTRAINT four NOT NULL,
  g integer CONSTRAINT one NOT NULL
);
CREATE TABLE employees () INHERITS (people);
