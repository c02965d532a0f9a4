CREATE TABLE people (code text, name text);
CREATE INDEX people_code ON people (code) INCLUDE (name);
