CREATE TABLE people (code text);
CREATE INDEX people_code ON people USING hash (code);
