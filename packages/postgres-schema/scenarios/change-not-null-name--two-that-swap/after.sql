CREATE TABLE people (
  first text CONSTRAINT has_last NOT NULL,
  last text CONSTRAINT has_first NOT NULL
);
