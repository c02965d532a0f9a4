CREATE TABLE people (code text);
CREATE INDEX people_code ON people (code);
COMMENT ON INDEX people_code IS 'look up';
