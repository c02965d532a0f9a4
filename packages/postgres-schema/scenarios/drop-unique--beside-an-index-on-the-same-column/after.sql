CREATE TABLE people (id integer PRIMARY KEY, code text);
CREATE INDEX people_code ON people (code);
