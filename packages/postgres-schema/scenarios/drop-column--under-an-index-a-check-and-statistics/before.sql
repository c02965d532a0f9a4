CREATE TABLE people (id integer PRIMARY KEY, a integer, b integer, CONSTRAINT a_less CHECK (a < b));
CREATE INDEX people_ab ON people (a, b);
CREATE STATISTICS people_stat ON a, b FROM people;
