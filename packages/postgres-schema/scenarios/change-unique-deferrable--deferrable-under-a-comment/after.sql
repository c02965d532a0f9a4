CREATE TABLE slots (place integer CONSTRAINT one_place UNIQUE DEFERRABLE);
COMMENT ON CONSTRAINT one_place ON slots IS 'each once';
