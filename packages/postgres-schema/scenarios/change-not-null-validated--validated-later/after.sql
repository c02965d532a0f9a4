CREATE TABLE people (id integer, mail text CONSTRAINT has_mail NOT NULL);
COMMENT ON CONSTRAINT has_mail ON people IS 'x';
