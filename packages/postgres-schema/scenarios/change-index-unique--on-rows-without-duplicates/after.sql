CREATE TABLE people (code text);
CREATE UNIQUE INDEX people_code ON people (code);
COMMENT ON INDEX people_code IS 'look up';
