CREATE TABLE people (id integer PRIMARY KEY, code text CONSTRAINT one_code UNIQUE);
CREATE INDEX people_code ON people (code);
