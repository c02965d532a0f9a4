CREATE TABLE people (id integer PRIMARY KEY, address text NOT NULL);
COMMENT ON CONSTRAINT people_id_not_null ON people IS 'key';
COMMENT ON CONSTRAINT people_address_not_null ON people IS 'x';
