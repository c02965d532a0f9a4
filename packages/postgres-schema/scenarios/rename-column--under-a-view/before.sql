CREATE TABLE people (id integer PRIMARY KEY, mail text CHECK (mail <> ''));
CREATE VIEW addresses AS SELECT mail FROM people;
