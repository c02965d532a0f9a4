CREATE TABLE people (code text);
CREATE UNIQUE INDEX people_code ON people (code) NULLS NOT DISTINCT;
