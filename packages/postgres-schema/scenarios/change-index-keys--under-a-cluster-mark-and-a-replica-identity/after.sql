CREATE TABLE people (a integer NOT NULL, b integer NOT NULL);
CREATE UNIQUE INDEX people_a ON people (a, b);
ALTER TABLE people CLUSTER ON people_a, REPLICA IDENTITY USING INDEX people_a;
