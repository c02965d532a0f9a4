CREATE TABLE shifts (during int4range, CONSTRAINT apart EXCLUDE USING gist (during WITH &&));
COMMENT ON CONSTRAINT apart ON shifts IS 'never two';
