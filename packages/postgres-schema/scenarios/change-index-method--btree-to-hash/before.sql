CREATE TABLE people (code text);
CREATE INDEX people_code ON people (code);
